import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, it } from 'vitest'

const src = resolve(import.meta.dirname, '../../src')

/** Packages that importing a module loads at once: imports of types and dynamic imports do not count. */
function loaded(entry: string): Set<string> {
  const packages = new Set<string>()
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file) || !file.endsWith('.ts')) return
    seen.add(file)
    const code = readFileSync(file, 'utf8')
    for (const [, kind, specifier] of code.matchAll(/^(?:import|export)\s+(type\s)?[^'";]*?from '([^']+)'/gm)) {
      if (kind) continue
      if (!specifier!.startsWith('.')) packages.add(specifier!)
      else
        visit(
          [`${specifier}.ts`, `${specifier}/index.ts`, specifier!].map((s) => join(file, '..', s)).find(existsSync) ??
            '',
        )
    }
  }
  visit(join(src, entry))
  return packages
}

it('reading a vocabulary loads zod and the format readers, importing tifa loads none of them', () => {
  for (const entry of ['vocabulary/index.ts', 'mention/index.ts', 'defaults/index.ts'])
    for (const heavy of ['zod', 'yaml', 'n3', 'papaparse'])
      expect([entry, heavy, loaded(entry).has(heavy)]).toEqual([entry, heavy, false])
  expect(loaded('vocabulary/schema.ts').has('zod')).toBe(true)
})

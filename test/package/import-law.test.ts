import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = resolve(import.meta.dirname, '../../src')
/** Text flows one way; a room imports only rooms before it. */
const FLOW = ['text', 'report', 'directive', 'mention', 'observation', 'analysis', 'present']
const SIDE = ['vocabulary', 'stats', 'segment']
const EDGES = ['node', 'browser', 'defaults', 'cli', 'parquet', 'arrow']
/** What a side room may import: nothing of the flow but the span type, and only listed exceptions. */
const SIDE_MAY: Readonly<Record<string, readonly string[]>> = {
  // labels are folded by the same simplification and width table as the text they are looked for in
  vocabulary: ['text', 'segment'],
  stats: [],
  segment: [],
}

const files = (dir: string): string[] =>
  readdirSync(dir).flatMap((name) => {
    const path = join(dir, name)
    return statSync(path).isDirectory() ? files(path) : name.endsWith('.ts') ? [path] : []
  })

const room = (path: string): string => {
  const parts = relative(SRC, path).split(sep)
  return parts.length > 1 ? parts[0]! : 'root'
}

interface Import {
  readonly file: string
  readonly from: string
  readonly to: string
  readonly specifier: string
}

const imports: Import[] = files(SRC).flatMap((file) => {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map((m) => ({
    file: relative(SRC, file),
    from: room(file),
    to: m[1]!.startsWith('.') ? room(resolve(file, '..', `${m[1]}.ts`)) : '',
    specifier: m[1]!,
  }))
})

const allowed = (i: Import): boolean => {
  if (i.to === '' || i.to === i.from || i.to.startsWith('..')) return true
  if (i.from === 'root') return !EDGES.includes(i.to) || i.file === 'index.ts'
  if (EDGES.includes(i.from)) return true
  if (i.to === 'root') return !/pipeline|index/.test(i.specifier)
  if (EDGES.includes(i.to)) return false
  if (SIDE.includes(i.from)) return (SIDE_MAY[i.from] ?? []).includes(i.to)
  if (SIDE.includes(i.to)) return true
  return FLOW.indexOf(i.to) >= 0 && FLOW.indexOf(i.to) < FLOW.indexOf(i.from)
}

describe('import law', () => {
  it('every folder under src is a known room', () => {
    const rooms = readdirSync(SRC).filter((n) => statSync(join(SRC, n)).isDirectory())
    expect(rooms.filter((r) => ![...FLOW, ...SIDE, ...EDGES].includes(r))).toEqual([])
  })
  it('reads the imports', () => expect(imports.length).toBeGreaterThan(50))
  it('a room imports only rooms before it', () => {
    expect(imports.filter((i) => !allowed(i)).map((i) => `${i.file} imports ${i.specifier}`)).toEqual([])
  })
  it('no node: module outside node and cli', () => {
    expect(
      imports
        .filter((i) => i.specifier.startsWith('node:') && i.from !== 'node' && i.from !== 'cli')
        .map((i) => `${i.file} imports ${i.specifier}`),
    ).toEqual([])
  })
  it('the law can fail', () => {
    expect(allowed({ file: 'text/a.ts', from: 'text', to: 'analysis', specifier: '../analysis/trend' })).toBe(false)
    expect(allowed({ file: 'stats/a.ts', from: 'stats', to: 'report', specifier: '../report/report' })).toBe(false)
    expect(allowed({ file: 'present/a.ts', from: 'present', to: 'node', specifier: '../node/index' })).toBe(false)
  })
})

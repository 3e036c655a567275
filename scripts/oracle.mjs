// npm run oracle -- [FILE] [--dist PATH]
// Runs every case of an oracle file against the built tifa/stats: input in, each leaf of `expected` compared within the file's own
// tolerances. The statistic's name is its path in the exports; a name that leads to no function fails.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** The function that a name such as `trend.mk` leads to in the exports, or undefined. */
export function resolve(exports, name) {
  let at = exports
  for (const part of name.split('.')) {
    if (at === null || at === undefined || !Object.hasOwn(at, part)) return undefined
    at = at[part]
  }
  return typeof at === 'function' ? at : undefined
}

/** What differs between a result and what was expected of it, one line a leaf. Fields that only the result has are not looked at. */
export function differences(got, expected, tolerance, path = '', field = '') {
  if (expected === null) return got === null || got === undefined || Number.isNaN(got) ? [] : [said(path, 'null', got)]
  if (expected === 'inf' || expected === '-inf') {
    return got === (expected === 'inf' ? Infinity : -Infinity) ? [] : [said(path, expected, got)]
  }
  if (typeof expected === 'number') {
    const { abs = 0, rel = 0 } = tolerance.fields?.[field] ?? tolerance
    const close = typeof got === 'number' && Math.abs(got - expected) <= abs + rel * Math.abs(expected)
    return close ? [] : [said(path, expected, got)]
  }
  if (Array.isArray(expected)) {
    const length = got?.length
    if (length !== expected.length) return [said(`${path}.length`, expected.length, length)]
    return expected.flatMap((leaf, i) => differences(got[i], leaf, tolerance, `${path}[${i}]`, field))
  }
  if (typeof expected === 'object') {
    if (got === null || typeof got !== 'object') return [said(path, 'an object', got)]
    return Object.entries(expected).flatMap(([name, leaf]) => {
      const value = Object.hasOwn(got, name) ? got[name] : undefined
      return differences(value, leaf, tolerance, path === '' ? name : `${path}.${name}`, name)
    })
  }
  return got === expected ? [] : [said(path, expected, got)]
}

function said(path, expected, got) {
  return `${path}: expected ${expected}, got ${typeof got === 'object' ? JSON.stringify(got) : got}`
}

/** The differences of one case; an exception and an unknown statistic are differences too. */
export function runCase(exports, { stat, input, expected, tolerance }) {
  const measure = resolve(exports, stat)
  if (measure === undefined) return [`no statistic ${stat}`]
  try {
    return differences(measure(input), expected, tolerance)
  } catch (error) {
    return [`threw ${error}`]
  }
}

async function main(args) {
  const at = args.indexOf('--dist')
  const dist = at === -1 ? join(root, 'dist', 'stats.js') : args.splice(at, 2)[1]
  const file = args[0] ?? join(process.env.TIFA_SHARED ?? join(root, '..', 'shared'), 'oracle', 'oracle.json')
  const exports = await import(pathToFileURL(dist).href)
  const { cases } = JSON.parse(await readFile(file, 'utf8'))
  let failed = 0
  for (const one of cases) {
    const wrong = runCase(exports, one)
    if (wrong.length === 0) continue
    failed++
    console.log(`${one.id}${one.edge ? ` (${one.edge})` : ''}\n  ${wrong.slice(0, 8).join('\n  ')}`)
  }
  console.log(`${cases.length - failed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    console.error(`oracle: ${error.message}`)
    process.exitCode = 1
  }
}

// Prints the n-th command line of the README's first shell blocks, so that CI runs exactly what a reader types.
import { readFileSync } from 'node:fs'

const n = Number(process.argv[2] ?? 1)
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const lines = [...readme.matchAll(/^```(?:sh|bash|shell)\n([\s\S]*?)^```/gm)].flatMap((m) =>
  m[1].split('\n').map((l) => l.trim()).filter((l) => l && !l.startsWith('#')),
)
if (!lines[n - 1]) {
  console.error(`README has ${lines.length} command lines, not ${n}`)
  process.exit(1)
}
console.log(lines[n - 1])

// npm run gainloss -- REV [INPUT…]
//
// Codes a corpus with this tree and with the git revision REV, and lists in context the directives and mentions gained, lost and
// changed. Default input: data/reports. Use it before every change of a rule. Exit status 0 whatever changed: it informs.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type CodedTables, compareStudies } from './compare-studies'

const root = resolve(import.meta.dirname, '..')
const [revision, ...inputs] = process.argv.slice(2)
if (!revision) {
  console.error('usage: npm run gainloss -- REV [INPUT…]')
  process.exit(2)
}
const sample = join(root, 'data/reports')
const corpus = inputs.length ? inputs.map((i) => resolve(i)) : [sample]
const places = inputs.length ? [] : ['--places', join(sample, 'places.json')]
const scratch = mkdtempSync(join(tmpdir(), 'tifa-gainloss-'))
const before = join(scratch, 'tree')

/** Codes with the sources of one tree. */
function code(tree: string, out: string): CodedTables {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  execFileSync(
    process.execPath,
    [tsx, join(tree, 'src/cli/main.ts'), 'code', ...corpus, ...places, '--threads', '1', '-q', '-o', out],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  const rows = (name: string) =>
    readFileSync(join(out, `${name}.ndjson`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((l) => JSON.parse(l))
  return { directives: rows('directives'), mentions: rows('mentions') }
}

try {
  execFileSync('git', ['worktree', 'add', '--detach', '--quiet', before, revision], { cwd: root, stdio: 'inherit' })
  symlinkSync(join(root, 'node_modules'), join(before, 'node_modules'))
  const changes = compareStudies(code(before, join(scratch, 'before')), code(root, join(scratch, 'after')))
  for (const c of changes.list)
    console.log(
      `${c.change.padEnd(8)} ${c.table.padEnd(9)} ${c.report}\n    ${c.text}${c.detail ? `\n    ${c.detail}` : ''}`,
    )
  console.log(`\n${revision} → this tree, ${corpus.join(' ')}`)
  for (const table of ['directive', 'mention'] as const) {
    const { gained, lost, changed, same } = changes.totals[table]
    console.log(`${table}s: ${gained} gained, ${lost} lost, ${changed} changed, ${same} the same`)
  }
} finally {
  execFileSync('git', ['worktree', 'remove', '--force', before], { cwd: root })
  rmSync(scratch, { recursive: true, force: true })
}

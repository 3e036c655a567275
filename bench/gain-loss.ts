// npm run gainloss -- REV [INPUT…]
//
// Codes a corpus with this tree and with the git revision REV, and lists in context the directives and mentions gained, lost and
// changed. Default input: data/reports and the coded test reports. Use it before every change of a rule. Exit status 0 whatever
// changed: it informs.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { readGoldens } from '../test/directive/golden'
import { type Change, type CodedTables, compareStudies } from './compare-studies'

interface Coded extends CodedTables {
  /** Clean text by report id. */
  readonly texts: ReadonlyMap<string, string>
}

/** Characters shown on either side of a directive or mention. */
const around = 12
const root = resolve(import.meta.dirname, '..')
const [revision, ...inputs] = process.argv.slice(2)
if (!revision) {
  console.error('usage: npm run gainloss -- REV [INPUT…]')
  process.exit(2)
}
const sample = join(root, 'data/reports')
const scratch = mkdtempSync(join(tmpdir(), 'tifa-gainloss-'))
const before = join(scratch, 'tree')
const corpus = inputs.length ? inputs.map((i) => resolve(i)) : [sample, testReports()]
const places = inputs.length ? [] : ['--places', join(sample, 'places.json')]

/** Writes the coded test reports without their codes: the same texts for both trees. */
function testReports(): string {
  const folder = join(scratch, 'test-reports')
  mkdirSync(folder)
  for (const kind of ['golden', 'reviewed'] as const)
    for (const g of readGoldens(kind)) writeFileSync(join(folder, `${kind}-${g.name}.txt`), g.text)
  return folder
}

/** Codes with the sources of one tree. Every kind of document: test reports are shorter than the gate takes for reports. */
function code(tree: string, out: string): Coded {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  const flags = [...places, '--kind', 'any', '--threads', '1', '-q', '-o', out]
  execFileSync(process.execPath, [tsx, join(tree, 'src/cli/main.ts'), 'code', ...corpus, ...flags], {
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const rows = (name: string) =>
    readFileSync(join(out, `${name}.ndjson`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((l) => JSON.parse(l))
  const texts = new Map<string, string>(rows('reports').map((r) => [r.id, r.text ?? '']))
  return { directives: rows('directives'), mentions: rows('mentions'), texts }
}

/** Finds the row that each change is about, and shows what stands around it. */
function showChanges(changes: readonly Change[], was: Coded, is: Coded): void {
  const rowsOf = (side: Coded) => {
    const byText = new Map<string, { cleanStart: number; cleanEnd: number }[]>()
    const add = (key: string, row: { cleanStart: number; cleanEnd: number }) =>
      byText.set(key, [...(byText.get(key) ?? []), row])
    for (const d of side.directives) add(`directive ${d.reportId} ${d.text}`, d)
    for (const m of side.mentions) add(`mention ${m.reportId} ${m.concept} “${m.surface}”`, m)
    return byText
  }
  const sides = { lost: { side: was, rows: rowsOf(was) }, now: { side: is, rows: rowsOf(is) } }
  for (const c of changes) {
    const { side, rows } = c.change === 'lost' ? sides.lost : sides.now
    const row = rows.get(`${c.table} ${c.report} ${c.text}`)?.[0]
    const text = side.texts.get(c.report) ?? ''
    const left = row ? text.slice(Math.max(0, row.cleanStart - around), row.cleanStart) : ''
    const right = row ? text.slice(row.cleanEnd, row.cleanEnd + around) : ''
    const inside = c.table === 'mention' && row ? text.slice(row.cleanStart, row.cleanEnd) : c.text
    const label = c.table === 'mention' ? `  ${c.text}` : ''
    const flat = `…${left}【${inside}】${right}…`.replace(/\n/g, '⏎')
    console.log(`${c.change.padEnd(8)} ${c.table.padEnd(9)} ${c.report}${label}\n    ${flat}`)
    if (c.detail) console.log(`    ${c.detail}`)
  }
}

try {
  execFileSync('git', ['worktree', 'add', '--detach', '--quiet', before, revision], { cwd: root, stdio: 'inherit' })
  symlinkSync(join(root, 'node_modules'), join(before, 'node_modules'))
  const was = code(before, join(scratch, 'before'))
  const is = code(root, join(scratch, 'after'))
  const { list, totals } = compareStudies(was, is)
  showChanges(list, was, is)
  console.log(`\n${revision} → this tree, ${inputs.length ? corpus.join(' ') : 'data/reports and the test reports'}`)
  for (const table of ['directive', 'mention'] as const) {
    const { gained, lost, changed, same } = totals[table]
    console.log(`${table}s: ${gained} gained, ${lost} lost, ${changed} changed, ${same} the same`)
  }
} finally {
  execFileSync('git', ['worktree', 'remove', '--force', before], { cwd: root })
  rmSync(scratch, { recursive: true, force: true })
}

// Writes what the README prints, by running it: the table of its first command, the result of its quick start, and
// docs/trends.svg. Run: npx tsx scripts/docs.ts
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

/** Rows of the first command's table that the README prints, below the heading. */
const EXCERPT = 9
/** The planned concepts of the sample corpus (data/reports/README.md): nine, so that each gets a panel of its own. */
const DRAWN = [
  '项目为王',
  '企业为大、企业家为上',
  '真抓实干',
  '主题教育',
  '党纪学习教育',
  '疫情防控',
  '保交楼',
  '保交房',
  '有解思维',
]

/** Runs a TypeScript program at the root of the checkout and returns what it prints. */
export function run(file: string, args: readonly string[] = []): string {
  return execFileSync(process.execPath, ['--import', 'tsx', file, ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Asia/Shanghai', COLUMNS: '120' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Where `from 'tifa/…'` of a printed program leads inside the checkout. */
const entryOf = (name: string): string =>
  pathToFileURL(join(root, 'src', name === 'tifa' ? 'index.ts' : `${name.slice('tifa/'.length)}/index.ts`)).href

/** A program as printed, with the package's names leading to the sources. */
export const printedProgram = (program: string): string =>
  program.replace(/from '(tifa(?:\/[a-z]+)?)'/g, (_, name: string) => `from '${entryOf(name)}'`)

/** Runs a program as printed at the root of the checkout. */
export function runPrinted(program: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-docs-'))
  try {
    const file = join(folder, 'program.mts')
    writeFileSync(file, printedProgram(program))
    return run(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The generated part of a page: what stands between `<!-- name -->` and `<!-- /name -->`. */
export function partOf(page: string, name: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const from = page.indexOf(open)
  const to = page.indexOf(close)
  if (from < 0 || to < from) throw new Error(`expected ${open} … ${close}`)
  return page.slice(from + open.length, to)
}

/** The first fenced block of a language. */
export const fenced = (part: string, language: string): string => {
  const open = `\`\`\`${language}\n`
  const from = part.indexOf(open)
  if (from < 0) throw new Error(`expected a block of ${language}`)
  return part.slice(from + open.length, part.indexOf('```', from + open.length))
}

/** What the README's first command prints: its heading and first rows. */
export function trendTable(readme: string): string {
  const args = /node dist\/cli\.js (.+)/.exec(fenced(readme, 'sh'))?.[1]
  if (!args) throw new Error('expected the main command in the first sh block of the README')
  return run('src/cli/main.ts', args.trim().split(/\s+/))
    .split('\n')
    .slice(0, EXCERPT + 1)
    .map((line) => line.trimEnd())
    .join('\n')
}

/** Printed form of a program's output: no spaces at line ends, no empty lines at its end. */
export const tidy = (text: string): string => text.replace(/[ \t\r]+$/gm, '').trimEnd()

const picture = `
import { readFileSync } from 'node:fs'
import { codeReports, definePlaces, toSvg, trend } from 'tifa'
import { vocabulary } from 'tifa/defaults'
import { readReports } from 'tifa/node'
const places = definePlaces(JSON.parse(readFileSync('data/reports/places.json', 'utf8')))
const study = await codeReports(readReports('data/reports'), { vocabulary, places })
const concepts = ${JSON.stringify(DRAWN.map((label) => ({ label })))}
process.stdout.write(toSvg(trend(study, { by: 'month', concepts }), { title: 'Nine formulations in the sample corpus' }))
`

/** docs/trends.svg as it would be drawn now. */
export const trendPicture = (): string => runPrinted(picture)

function main(): void {
  const path = join(root, 'README.md')
  const readme = readFileSync(path, 'utf8')
  const replace = (page: string, name: string, text: string) => {
    const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
    return page.replace(`${open}${partOf(page, name)}${close}`, () => open + text + close)
  }
  const program = fenced(partOf(readme, 'quick-start'), 'ts')
  const table = `\n\n\`\`\`text\n${trendTable(readme)}\n\`\`\`\n\n`
  const quickStart = `\n\n\`\`\`ts\n${program}\`\`\`\n\n\`\`\`text\n${tidy(runPrinted(program))}\n\`\`\`\n\n`
  writeFileSync(path, replace(replace(readme, 'trend-table', table), 'quick-start', quickStart))
  writeFileSync(join(root, 'docs', 'trends.svg'), trendPicture())
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()

// tsx scripts/measures.ts: writes docs/measures.md from the measure cards, the doc comments of the functions of tifa/stats.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as stats from '../src/stats/index'

const root = fileURLToPath(new URL('..', import.meta.url))
const source = join(root, 'src', 'stats')

/** One measure's doc comment, taken apart. */
export interface Card {
  /** Path in the exports: `trend.mk`. */
  readonly name: string
  /** The file under src/stats. */
  readonly file: string
  /** What question it answers. */
  readonly question: string
  /** Formula, Input, Result, Edges, Assumes, Source, Oracle. */
  readonly sections: ReadonlyMap<string, string>
  readonly example: string
}

/** The cards of all exported measures, group by group in the order of the index. */
export async function readCards(): Promise<readonly Card[]> {
  const comments = await commentsByFunction()
  return exportedMeasures().map(({ name, measure }) => {
    const found = comments.get(measure)
    if (found === undefined) throw new Error(`${name} has no doc comment`)
    return parseCard(name, found.file, found.comment)
  })
}

/** Every function that the entry exports, directly or in one of its objects. */
export function exportedMeasures(): readonly { readonly name: string; readonly measure: unknown }[] {
  const order = Object.entries(stats).sort(([p], [q]) => place(p) - place(q))
  return order.flatMap(([group, value]) => {
    if (typeof value === 'function') return [{ name: group, measure: value as unknown }]
    return Object.entries(value).map(([name, measure]) => ({ name: `${group}.${name}`, measure: measure as unknown }))
  })
}

/** Groups as a reader meets them: how often, how sure, together, over time, across places, between coders. */
const GROUPS = [
  ['freq', 'How often'],
  ['ci', 'How sure a share or a rate is'],
  ['rate', 'Two rates against each other'],
  ['dispersion', 'How evenly'],
  ['cooc', 'Counting which slogans meet'],
  ['assoc', 'How closely two slogans go together, and on what evidence'],
  ['padjust', 'Many tests at once'],
  ['keyness', 'What sets one corpus apart from another'],
  ['trend', 'Rise and fall'],
  ['change', 'When the level changed'],
  ['burst', 'When a slogan was pushed'],
  ['diffusion', 'How a slogan spreads from place to place, and fades'],
  ['diversity', 'How widely attention is spread'],
  ['rel', 'How far coders agree, and how good a coder is'],
  ['phrase', 'Finding new phrases'],
  ['resample', 'Intervals and p values by drawing again'],
  ['dist', 'The distributions behind them'],
] as const

function place(group: string): number {
  const at = GROUPS.findIndex(([name]) => name === group)
  if (at === -1) throw new Error(`${group} has no place in the order of groups`)
  return at
}

async function commentsByFunction(): Promise<Map<unknown, { file: string; comment: string }>> {
  const comments = new Map<unknown, { file: string; comment: string }>()
  const entries = await readdir(source, { recursive: true })
  for (const file of entries.filter((name) => name.endsWith('.ts')).sort()) {
    const path = join(source, file)
    const exports: Record<string, unknown> = await import(pathToFileURL(path).href)
    const text = await readFile(path, 'utf8')
    for (const [, comment, name] of text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport function (\w+)/g)) {
      comments.set(exports[name!], { file: file.replaceAll('\\', '/'), comment: comment! })
    }
  }
  return comments
}

function parseCard(name: string, file: string, comment: string): Card {
  const lines = comment.split('\n').map((line) => line.replace(/^ \* ?/, ''))
  const from = lines.findIndex((line) => line.startsWith('@example'))
  const example = from === -1 ? [] : lines.slice(from + 1)
  const sections = new Map<string, string>()
  const question: string[] = []
  let open = ''
  for (const line of from === -1 ? lines : lines.slice(0, from)) {
    const start = /^- (\w+): (.*)$/.exec(line)
    if (start !== null) sections.set((open = start[1]!), start[2]!)
    else if (line.trim() === '') open = ''
    else if (open === '') question.push(line.trim())
    else sections.set(open, `${sections.get(open)} ${line.trim()}`)
  }
  return { name, file, question: question.join(' '), sections, example: example.join('\n').trim() }
}

/** The text of docs/measures.md. */
export function measuresPage(cards: readonly Card[]): string {
  const out = [
    '# Measures',
    '',
    'Every measure of `tifa/stats`: what question it answers, its formula, what goes in and comes out, what happens at the',
    'edges, what it assumes that government news breaks, and where it comes from. Numbers in, numbers out: nothing here',
    'knows of reports.',
    '',
    'For all of them: undefined is `null`, a true infinity `±Infinity`, never NaN. Values that cannot be (a negative',
    'count, a part over its whole, mentions without exposure, lists of unequal length) throw a `TifaError`, which is a',
    '`RangeError`. Tests are two-sided, `conf` is 0.95 unless given, PMI and entropies are in bits, log odds in natural',
    'logarithms, and a `note` beside a number warns without changing it.',
    '',
    'Written by `tsx scripts/measures.ts` from the doc comments in `src/stats`; every example is run by the tests.',
    '',
  ]
  for (const [group, title] of GROUPS) {
    const members = cards.filter((card) => card.name === group || card.name.startsWith(`${group}.`))
    out.push(`- ${title}: ${members.map((card) => `[${card.name}](#${anchor(card.name)})`).join(', ')}`)
  }
  for (const [group, title] of GROUPS) {
    out.push('', `## ${title}`)
    for (const card of cards.filter(({ name }) => name === group || name.startsWith(`${group}.`)))
      out.push(...cardLines(card))
  }
  return `${out.join('\n')}\n`
}

function cardLines(card: Card): string[] {
  const sections = [...card.sections].map(([label, text]) => `- **${label}.** ${linked(text)}`)
  return ['', `### ${card.name}`, '', card.question, '', ...sections, '', '```ts', card.example, '```']
}

/** GitHub's anchor of a heading. */
function anchor(name: string): string {
  return name.toLowerCase().replaceAll('.', '')
}

/** Makes links of DOIs and arXiv numbers; angle brackets, which some old DOIs hold, are escaped. */
function linked(text: string): string {
  return text
    .replace(/doi:(10\.\S+?)([.;,]?)(?=\s|$)/g, (_, doi: string, end: string) => {
      return `[doi:${doi.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}](https://doi.org/${encodeURI(doi)})${end}`
    })
    .replace(/arXiv:(\d{4}\.\d{5})/g, '[arXiv:$1](https://arxiv.org/abs/$1)')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await writeFile(join(root, 'docs', 'measures.md'), measuresPage(await readCards()))
}

import { TifaError } from '../error'
import { byCodePoint } from '../observation'
import { ci, rel, resample } from '../stats'
import { rulesVersion, version } from '../version'
import { column } from './columns'
import type { Result } from './result'
import { wholeOption } from './sampling'

export interface AgreementOptions {
  /** Column with the code. Default `code`. */
  readonly column?: string
  /** Column that says which lines belong together. Default `id`. */
  readonly id?: string
  /** Also compare within each value of this column (`concept`). */
  readonly by?: string
  /**
   * `nominal` (default): codes are equal or not. `set`: a code is a set, members divided by `;`, and the distance is
   * MASI (Passonneau 2006): for directives with several categories.
   */
  readonly metric?: 'nominal' | 'set'
  /** Bootstrap resamples of lines for the interval of alpha. Default 999. */
  readonly resamples?: number
  readonly conf?: number
  readonly seed?: number
}

/** Agreement of two coders, or (`coders` = `all`) of all of them. */
export interface AgreementRow {
  readonly group: string | null
  readonly coders: string
  readonly units: number
  readonly agreed: number | null
  readonly share: number | null
  readonly shareLow: number | null
  readonly shareHigh: number | null
  readonly kappa: number | null
  readonly kappaLow: number | null
  readonly kappaHigh: number | null
  readonly alpha: number | null
  readonly alphaLow: number | null
  readonly alphaHigh: number | null
  readonly reason: string | null
}

/** A filled coding sheet: rows with an id and a code. A missing or empty code is no code. */
export type CodingSheet = readonly Readonly<Record<string, unknown>>[]

/**
 * Do coders agree? Krippendorff's alpha over all coders and every pair, with a bootstrap interval over lines; Cohen's
 * kappa and the plain share of equal codes (Wilson interval) for every pair.
 *
 * Only lines coded by at least two coders count. With one code used throughout, alpha and kappa are undefined: null
 * with the reason. Alpha below .667 does not support conclusions, .8 is customary (Krippendorff 2004). Rows: all
 * coders first, then pairs in the order of the sheets; then the same for each group.
 *
 * @throws TifaError `invalid-argument` with fewer than two sheets or a line that is there twice, `unknown-column`,
 * `invalid-option`
 * @example agreement([sheetA, sheetB], { by: 'concept' }).rows.map((r) => [r.group, r.alpha, r.alphaLow])
 */
export function agreement(sheets: readonly CodingSheet[], options: AgreementOptions = {}): Result<AgreementRow> {
  if (sheets.length < 2)
    throw new TifaError('invalid-argument', `agreement expects two or more coding sheets, got ${sheets.length}`)
  const codeColumn = options.column ?? 'code'
  const idColumn = options.id ?? 'id'
  const metric = options.metric ?? 'nominal'
  if (metric !== 'nominal' && metric !== 'set')
    throw new TifaError('invalid-option', `metric expects nominal or set; got ${JSON.stringify(metric)}`)
  const resamples = wholeOption('resamples', options.resamples ?? 999, 0)
  const conf = options.conf ?? 0.95
  const seed = options.seed ?? 1
  const lines = readSheets(sheets, idColumn, codeColumn, options.by)
  const groups: (string | null)[] = [
    null,
    ...(options.by === undefined
      ? []
      : [...new Set(lines.map((l) => l.group))].filter((g) => g !== null).sort(byCodePoint)),
  ]
  const rows = groups.flatMap((group) => {
    const chosen = group === null ? lines : lines.filter((l) => l.group === group)
    const compare = (coders: readonly number[], name: string) =>
      agreementRow(
        group,
        name,
        chosen.map((l) => coders.map((k) => l.codes[k] ?? null)),
        metric,
        { resamples, conf, seed },
      )
    const all = compare(
      sheets.map((_, k) => k),
      'all',
    )
    if (sheets.length === 2) return [{ ...compare([0, 1], 'all') }]
    const pairs: AgreementRow[] = []
    for (let a = 0; a < sheets.length; a++)
      for (let b = a + 1; b < sheets.length; b++) pairs.push(compare([a, b], `${a + 1}–${b + 1}`))
    return [all, ...pairs]
  })
  return {
    kind: 'agreement',
    rows,
    columns: AGREEMENT_COLUMNS,
    method: {
      tifa: version,
      rules: rulesVersion,
      vocabulary: { id: '', version: '', hash: '', concepts: 0 },
      cleaning: [],
      overlap: 'nested',
      segmenter: null,
      kinds: 'any',
      inferYears: false,
      corpus: '',
      reports: 0,
      excluded: 0,
      undated: 0,
      analysis: 'agreement',
      unit: 'line of the coding sheet',
      denominator: 'lines coded by at least two coders',
      reprints: 'all',
      tests: [
        metric === 'nominal' ? 'Krippendorff’s alpha, nominal' : 'Krippendorff’s alpha, MASI distance',
        'Cohen’s kappa',
      ],
      correction: null,
      seed: resamples > 0 ? seed : null,
      notes: [
        `intervals at ${conf}: ${resamples} bootstrap resamples of lines for alpha, Wilson for the share, normal for kappa`,
      ],
    },
    mentions: () => [],
  }
}

interface Line {
  readonly id: string
  readonly group: string | null
  readonly codes: (string | null)[]
}

function readSheets(
  sheets: readonly CodingSheet[],
  idColumn: string,
  codeColumn: string,
  by: string | undefined,
): Line[] {
  const lines = new Map<string, Line>()
  sheets.forEach((sheet, k) => {
    const seen = new Set<string>()
    for (const row of sheet) {
      for (const name of [idColumn, codeColumn])
        if (!(name in row))
          throw new TifaError(
            'unknown-column',
            `sheet ${k + 1} has no column ${JSON.stringify(name)}; it has ${Object.keys(row).join(', ')}`,
          )
      const id = String(row[idColumn])
      if (seen.has(id))
        throw new TifaError('invalid-argument', `sheet ${k + 1} has the line ${JSON.stringify(id)} twice`)
      seen.add(id)
      const group = by === undefined || row[by] === null || row[by] === undefined ? null : String(row[by])
      const line = lines.get(id) ?? { id, group, codes: sheets.map(() => null) }
      const code = row[codeColumn]
      line.codes[k] = code === null || code === undefined || String(code).trim() === '' ? null : String(code).trim()
      lines.set(id, line)
    }
  })
  return [...lines.values()].sort((a, b) => byCodePoint(a.id, b.id))
}

function agreementRow(
  group: string | null,
  coders: string,
  codes: readonly (readonly (string | null)[])[],
  metric: 'nominal' | 'set',
  { resamples, conf, seed }: { readonly resamples: number; readonly conf: number; readonly seed: number },
): AgreementRow {
  const normal = metric === 'set' ? codes.map((line) => line.map((c) => (c === null ? null : canonical(c)))) : codes
  const paired = normal.filter((line) => line.filter((c) => c !== null).length >= 2)
  const alphaOf = (lines: readonly (readonly (string | null)[])[]) =>
    metric === 'nominal' ? nominalAlpha(lines) : setAlpha(lines)
  const alpha = paired.length === 0 ? null : alphaOf(paired)
  const random = resample.random({ seed })
  const values =
    alpha === null
      ? []
      : Array.from({ length: resamples }, () => alphaOf(paired.map(() => paired[random.below(paired.length)]!)))
  const interval = resample.percentile({ values, conf })
  const two = paired[0]?.length === 2
  const agreed = two ? paired.filter((line) => line[0] === line[1]).length : null
  const share = agreed === null ? null : ci.wilson({ x: agreed, n: paired.length, conf })
  const levels = [...new Set(paired.flat().filter((c): c is string => c !== null))].sort(byCodePoint)
  const kappa =
    two && levels.length > 1
      ? rel.kappa({ a: paired.map((l) => l[0]!), b: paired.map((l) => l[1]!), levels, weights: 'none', conf })
      : null
  return {
    group,
    coders,
    units: paired.length,
    agreed,
    share: share?.estimate ?? null,
    shareLow: share?.low ?? null,
    shareHigh: share?.high ?? null,
    kappa: kappa?.kappa ?? null,
    kappaLow: kappa?.low ?? null,
    kappaHigh: kappa?.high ?? null,
    alpha,
    alphaLow: interval.low,
    alphaHigh: interval.high,
    reason: paired.length === 0 ? 'nothing-coded-twice' : alpha === null ? 'one-code-throughout' : null,
  }
}

function nominalAlpha(lines: readonly (readonly (string | null)[])[]): number | null {
  const coders = lines[0]?.length ?? 0
  return rel.alpha({ data: Array.from({ length: coders }, (_, k) => lines.map((line) => line[k] ?? null)) }).alpha
}

function canonical(code: string): string {
  return [
    ...new Set(
      code
        .split(';')
        .map((c) => c.trim())
        .filter((c) => c !== ''),
    ),
  ]
    .sort(byCodePoint)
    .join(';')
}

/** MASI distance: 1 − Jaccard × (1 equal, 2/3 one inside the other, 1/3 overlapping, 0 disjoint). */
export function masiDistance(a: string, b: string): number {
  if (a === b) return 0
  const x = new Set(a.split(';'))
  const y = new Set(b.split(';'))
  let both = 0
  for (const member of x) if (y.has(member)) both++
  const monotony = both === 0 ? 0 : both === Math.min(x.size, y.size) ? 2 / 3 : 1 / 3
  return 1 - (both / (x.size + y.size - both)) * monotony
}

/** Alpha with MASI: 1 − mean distance inside lines ÷ mean distance between any two codes. */
function setAlpha(lines: readonly (readonly (string | null)[])[]): number | null {
  const totals = new Map<string, number>()
  let n = 0
  let within = 0
  for (const line of lines) {
    const codes = line.filter((c): c is string => c !== null)
    if (codes.length < 2) continue
    for (const [i, a] of codes.entries()) {
      totals.set(a, (totals.get(a) ?? 0) + 1)
      n++
      for (const [j, b] of codes.entries()) if (i !== j) within += masiDistance(a, b) / (codes.length - 1)
    }
  }
  const all = [...totals]
  let between = 0
  for (const [a, x] of all) for (const [b, y] of all) if (a !== b) between += x * y * masiDistance(a, b)
  return between === 0 ? null : 1 - within / n / (between / (n * (n - 1)))
}

const AGREEMENT_COLUMNS = [
  column('group', 'group', '分组'),
  column('coders', 'coders', '编码员', { note: 'all, or two by the order of their sheets' }),
  column('units', 'lines coded twice', '双编码行数', { unit: 'lines' }),
  column('agreed', 'equal codes', '一致行数', { unit: 'lines', denominator: 'units' }),
  column('share', 'share equal', '一致率', { denominator: 'units' }),
  column('shareLow', 'share equal, low', '一致率下限', { denominator: 'units', note: 'Wilson' }),
  column('shareHigh', 'share equal, high', '一致率上限', { denominator: 'units', note: 'Wilson' }),
  column('kappa', 'Cohen’s kappa', 'κ 系数'),
  column('kappaLow', 'kappa, low', 'κ 系数下限'),
  column('kappaHigh', 'kappa, high', 'κ 系数上限'),
  column('alpha', 'Krippendorff’s alpha', 'α 系数'),
  column('alphaLow', 'alpha, low', 'α 系数下限', { note: 'bootstrap over lines' }),
  column('alphaHigh', 'alpha, high', 'α 系数上限', { note: 'bootstrap over lines' }),
  column('reason', 'why null', '缺值原因'),
]

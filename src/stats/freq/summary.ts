import { sum } from 'simple-statistics'
import { requireCount, requireExposed, requirePart } from '../argument'

export interface FrequencyInput {
  /** One entry a report: its length in characters of cleaned text, and how often the slogan is mentioned in it. */
  readonly reports: readonly { readonly chars: number; readonly count: number }[]
  /** How many directives there are, and how many hold the slogan. */
  readonly directives?: { readonly total: number; readonly matched: number } | undefined
}

export interface Frequency {
  readonly count: number
  readonly df: number
  readonly reports: number
  readonly chars: number
  readonly docShare: number | null
  readonly per10k: number | null
  readonly perReport: number | null
  readonly directiveShare: number | null
}

/**
 * How often is a slogan said, and in how many reports? Token, document and directive frequency with their rates.
 *
 * - Formula: count = sum of mentions; df = reports with at least one; docShare = df / reports; per10k = 10,000 ×
 *   count / characters; perReport = count / reports; directiveShare = directives with the slogan / all directives.
 * - Input: reports with `chars` (characters of cleaned text) and `count` (mentions), whole numbers; `directives` if
 *   known.
 * - Result: counts, shares from 0 to 1, rates from 0 up. More is more often.
 * - Edges: a denominator of 0 gives null, a count of 0 over a real denominator gives 0. Mentions in a report of 0
 *   characters, or more matched directives than there are, are errors.
 * - Assumes: reports are independent. They are not: reprints repeat whole reports, and a slogan said once in a report
 *   is likely said again, so per10k has wider limits than `ci.garwood` says; see `resample.ratio`.
 * - Source: McEnery & Hardie 2012, doi:10.1017/CBO9780511981395, chapter 2.
 * - Oracle: pandas sums.
 *
 * @example
 * freq.summary({ reports: [{ chars: 2848, count: 3 }, { chars: 2531, count: 0 }] }).per10k // => 5.577245
 */
export function summary({ reports, directives }: FrequencyInput): Frequency {
  const where = 'freq.summary'
  let df = 0
  for (const { chars, count } of reports) {
    requireCount(where, 'chars', chars)
    requireCount(where, 'count', count)
    requireExposed(where, 'count', count, 'chars', chars)
    if (count > 0) df++
  }
  if (directives !== undefined) {
    requirePart(where, 'directives.matched', directives.matched, 'directives.total', directives.total)
  }
  const count = sum(reports.map((r) => r.count))
  const chars = sum(reports.map((r) => r.chars))
  const n = reports.length
  return {
    count,
    df,
    reports: n,
    chars,
    docShare: n === 0 ? null : df / n,
    per10k: chars === 0 ? null : (1e4 * count) / chars,
    perReport: n === 0 ? null : count / n,
    directiveShare: directives === undefined || directives.total === 0 ? null : directives.matched / directives.total,
  }
}

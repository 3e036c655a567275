import { TifaError } from '../error'
import { byCodePoint } from '../observation'
import { ci } from '../stats'
import type { CodingSheet } from './agreement'

/** How often the coder confirmed the machine, for one concept (`null`: all of them). */
export interface PrecisionRow {
  readonly concept: string | null
  readonly coded: number
  readonly confirmed: number
  readonly precision: number | null
  readonly low: number | null
  readonly high: number | null
  /** True where the lower bound is under `floor`: numbers of this concept need a warning. */
  readonly doubtful: boolean | null
}

/**
 * Precision of the coding, per concept, from a filled sheet of {@link sampleForCoding}: lines of the unit `mention`
 * whose code says yes.
 *
 * Wilson intervals. The row of all concepts weighs every line by its stratum (`stratumSize ÷ stratumDrawn`) for the
 * estimate and has no interval, because rare concepts are drawn more often than their share. Rows: all first, then
 * concepts by id.
 *
 * @param yes codes that confirm. Default `yes`, `y`, `1`, `true`, `是`
 * @throws TifaError `unknown-column`
 */
export function precision(
  sheet: CodingSheet,
  { yes = ['yes', 'y', '1', 'true', '是'], floor = 0.8 } = {},
): PrecisionRow[] {
  const byConcept = new Map<string, { coded: number; confirmed: number }>()
  const confirming = new Set(yes)
  let coded = 0
  let confirmed = 0
  let weight = 0
  let right = 0
  for (const row of sheet) {
    for (const name of ['unit', 'concept', 'code'])
      if (!(name in row))
        throw new TifaError(
          'unknown-column',
          `the sheet has no column ${JSON.stringify(name)}; it has ${Object.keys(row).join(', ')}`,
        )
    const code = String(row['code'] ?? '').trim()
    if (row['unit'] !== 'mention' || code === '') continue
    const hit = confirming.has(code.toLowerCase()) ? 1 : 0
    const w = Number(row['stratumSize']) / Number(row['stratumDrawn'])
    const lineWeight = Number.isFinite(w) && w > 0 ? w : 1
    coded++
    confirmed += hit
    weight += lineWeight
    right += hit * lineWeight
    const entry = byConcept.get(String(row['concept'])) ?? { coded: 0, confirmed: 0 }
    entry.coded++
    entry.confirmed += hit
    byConcept.set(String(row['concept']), entry)
  }
  const all: PrecisionRow = {
    concept: null,
    coded,
    confirmed,
    precision: weight === 0 ? null : right / weight,
    low: null,
    high: null,
    doubtful: null,
  }
  return [
    all,
    ...[...byConcept]
      .sort((a, b) => byCodePoint(a[0], b[0]))
      .map(([concept, entry]): PrecisionRow => {
        const { estimate, low, high } = ci.wilson({ x: entry.confirmed, n: entry.coded })
        return { concept, ...entry, precision: estimate, low, high, doubtful: low !== null && low < floor }
      }),
  ]
}

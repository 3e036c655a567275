import type { ReportRow } from '../report/report'
import { byCodePoint, byCodePointNullLast } from './code-point-order'

/**
 * What to do with reprints (reports whose `reprintOf` names another).
 *
 * A text printed by A on Monday, by B on Tuesday and twice by C:
 *
 * - `original`  counts once, as A's report of Monday. The default: a text says a thing once, however often it is copied.
 * - `cluster`   counts once in every cell it reached: A's, B's and C's, Monday's and Tuesday's. For questions about reach. Cells no longer add
 *               up to the total, in which it still counts once.
 * - `all`       counts four times. Intervals and tests then take copies for independent evidence, and are too narrow.
 */
export type ReprintPolicy = 'original' | 'cluster' | 'all'

/**
 * The reports that count, in the order of their ids. Reports that the gate refused (`excluded`) never count.
 *
 * Of each reprint cluster (and, for `cluster`, of each cell) one report stands for the rest: the original where it is
 * present, else the earliest dated, then the first by id.
 *
 * @param cellOf names the cell of a report; only asked under `cluster`
 */
export function selectReports(
  reports: readonly ReportRow[],
  policy: ReprintPolicy,
  cellOf: (row: ReportRow) => string,
): ReportRow[] {
  const kept = inOrder(reports.filter((row) => row.excluded === null))
  if (policy === 'all' || !reports.some((row) => row.reprintOf !== null)) return kept
  const rootOf = clusterRoots(reports)
  const chosen = new Map<string, ReportRow>()
  for (const row of kept) {
    const root = rootOf(row)
    const key = policy === 'cluster' ? `${root}\u0000${cellOf(row)}` : root
    const held = chosen.get(key)
    if (held === undefined || standsBefore(row, held, root)) chosen.set(key, row)
  }
  return inOrder([...chosen.values()])
}

function inOrder(rows: ReportRow[]): ReportRow[] {
  for (let i = 1; i < rows.length; i++) if (byReport(rows[i - 1]!, rows[i]!) > 0) return rows.sort(byReport)
  return rows
}

/**
 * The id of the original at the end of a report's chain of `reprintOf`; a ring ends at its first id in code-point
 * order.
 */
export function clusterRoots(reports: readonly ReportRow[]): (row: ReportRow) => string {
  const parent = new Map<string, string>()
  for (const row of reports) if (row.reprintOf !== null && row.reprintOf !== row.id) parent.set(row.id, row.reprintOf)
  return (row) => {
    let id = row.id
    if (!parent.has(id)) return id
    const seen = new Set<string>()
    for (let next = parent.get(id); next !== undefined; next = parent.get(id)) {
      if (seen.has(id)) return [...seen].sort(byCodePoint)[0]!
      seen.add(id)
      id = next
    }
    return id
  }
}

function standsBefore(row: ReportRow, held: ReportRow, root: string): boolean {
  if (held.id === root) return false
  if (row.id === root) return true
  return byCodePointNullLast(row.date, held.date) < 0
}

/** Order of reports by id, then by where they came from. */
export function byReport(a: ReportRow, b: ReportRow): number {
  return (
    byCodePoint(a.id, b.id) ||
    byCodePointNullLast(a.path, b.path) ||
    (a.record ?? 0) - (b.record ?? 0) ||
    byCodePointNullLast(a.sourceHash, b.sourceHash)
  )
}

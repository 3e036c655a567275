import type { KwicResult } from '../../analysis/index'

/** Positions in the corpus laid end to end in order of date, from 0 to 1. */
export interface Dispersion {
  /** Where a month begins, as far as reports have one; the undated stand last. */
  readonly blocks: readonly { readonly label: string; readonly at: number }[]
  /** Concepts by number of mentions, then id. */
  readonly rows: readonly {
    readonly concept: string
    readonly label: string
    readonly mentions: readonly { readonly at: number; readonly date: string | null; readonly report: string }[]
  }[]
}

/** Lays the lines of a KWIC out along the corpus that was searched. */
export function dispersionOf(result: KwicResult, top: number): Dispersion {
  const total = Math.max(
    1,
    result.searched.reduce((n, r) => n + r.length, 0),
  )
  const start = new Map<string, readonly [from: number, length: number]>()
  const blocks: { label: string; at: number }[] = []
  let before = 0
  for (const { report, date, length } of result.searched) {
    const name = date === null || !/^\d{4}/.test(date) ? 'undated' : date.slice(0, 7)
    if (blocks.at(-1)?.label !== name) blocks.push({ label: name, at: before / total })
    start.set(report, [before, length])
    before += length
  }
  const rows = new Map<
    string,
    { concept: string; label: string; mentions: { at: number; date: string | null; report: string }[] }
  >()
  for (const line of result.rows) {
    const [from, length] = start.get(line.report) ?? [0, 0]
    const row = rows.get(line.concept) ?? { concept: line.concept, label: line.label, mentions: [] }
    rows.set(line.concept, row)
    row.mentions.push({ at: (from + Math.min(line.cleanStart, length)) / total, date: line.date, report: line.report })
  }
  return {
    blocks,
    rows: [...rows.values()]
      .sort((a, b) => b.mentions.length - a.mentions.length || (a.concept < b.concept ? -1 : 1))
      .slice(0, top),
  }
}

import periods from '../../data/report/periods.json' with { type: 'json' }
import { type DateParts, isDate } from './edtf'

/** A year that the text does not print, with what it was taken from. */
export interface YearEvidence {
  readonly year: number
  /** `url /2023/09/`, `path 2023-09-15`, `title 2023年`, `slogan 党纪学习教育 2024-04/2024-09`. */
  readonly evidence: string
}

export interface YearSources {
  readonly url: string | null
  readonly path: string | null
  /** Title and first paragraph. */
  readonly head: string
  readonly text: string
}

/**
 * Looks for the year of a month and day in what surrounds it, surest first: the address of the page, the name of the file, a year that the
 * title or lead prints (a meeting's name carries its working year), campaigns that ran for some months only. The last kind is marked
 * `slogan`: counting slogans by a year that slogans gave would be circular.
 */
export function inferYear(day: DateParts, sources: YearSources): YearEvidence | null {
  if (day.month === null) return null
  const { url, path, head, text } = sources
  return (
    addressYear('url', url, day.month) ??
    addressYear('path', path, day.month) ??
    headYear(head, day.month) ??
    periodYear(text, day.month)
  )
}

/** A date in an address or file name (`/2023/09/15/`, `t20230915_12.html`, `2023-09/15`), or null. */
export function inAddress(address: string): { readonly date: DateParts; readonly text: string } | null {
  const match = /(?<!\d)(20\d\d)[-/._]?(0[1-9]|1[0-2])(?:[-/._]?([0-2]\d|3[01]))?(?!\d)/.exec(address)
  if (!match) return null
  const date = { year: Number(match[1]), month: Number(match[2]), day: match[3] ? Number(match[3]) : null }
  return isDate(date) ? { date, text: match[0] } : null
}

/** A dated address: the page was put there on the day of the event or up to two months after it. */
function addressYear(kind: string, address: string | null, month: number): YearEvidence | null {
  const found = address ? inAddress(address) : null
  if (!found) return null
  const since = found.date.month! - month
  const evidence = `${kind} ${found.text}`
  if (since >= 0 && since <= 2) return { year: found.date.year!, evidence }
  return since + 12 <= 2 ? { year: found.date.year! - 1, evidence } : null
}

/** A year in the title or lead. Around New Year a text looks both ways (2024年工作会议 in December 2023), so those months stay open. */
function headYear(head: string, month: number): YearEvidence | null {
  if (month <= 2 || month >= 11) return null
  const years = [...head.matchAll(/(?<!\d)(20\d\d)年(?!底|初|以来|至|到|—|-)/g)].map((m) => Number(m[1]))
  if (years.length === 0 || new Set(years).size > 1) return null
  return { year: years[0]!, evidence: `title ${years[0]}年` }
}

/** The year in which every campaign that the text names was running in that month. */
function periodYear(text: string, month: number): YearEvidence | null {
  let years: number[] | null = null
  const named: string[] = []
  for (const { phrase, from, to } of periods.periods) {
    if (!text.includes(phrase)) continue
    const fit: number[] = []
    for (let y = Number(from.slice(0, 4)); y <= Number(to.slice(0, 4)); y++) {
      const key = `${y}-${String(month).padStart(2, '0')}`
      if (key >= from && key <= to) fit.push(y)
    }
    years = years === null ? fit : years.filter((y) => fit.includes(y))
    named.push(`${phrase} ${from}/${to}`)
  }
  return years?.length === 1 ? { year: years[0]!, evidence: `slogan ${named.join('; ')}` } : null
}

import type { Directive } from '../directive/directive'
import type { Report } from '../report/report'

/** 0 central, 1 provincial, 2 prefecture, 3 county, 4 township. */
export type Rank = 0 | 1 | 2 | 3 | 4

const marks: readonly [Rank, RegExp][] = [
  [4, /[镇乡](?:党委|长|政府)|街道|党支部|村/],
  [3, /[县区旗]委|[县旗]长|(?<!自治|特)区长|[县区旗](?:人民)?政府|县级|区级/],
  [2, /[市州盟地]委|[市州盟]长|[市州](?:人民)?政府|专员/],
  [1, /省委|省长|省(?:人民)?政府|自治区(?:党委|主席|政府)|省[人政纪]/],
  [0, /总书记|国家(?:副)?主席|总理|国务院|国务委员|中央政治局|中共中央/],
]

/**
 * Rank of the office that a title names: the lowest body in it, because a seat in a higher one comes with the office
 * (省委常委、市委书记 leads a city). Null where none is named. 市委 is read as a prefecture's: a title does not tell a
 * county-level city from it.
 */
export function titleRank(title: string | null): Rank | null {
  if (title === null) return null
  for (const [rank, mark] of marks) if (mark.test(title)) return rank
  return null
}

/** Rank of who speaks: by the speaker's own title; for meetings and unknown speakers by the first titled person present, else by the place. */
export function speakerRank(directive: Directive, report: Report): Rank | null {
  const own = titleRank(directive.sourceTitle)
  if (own !== null) return own
  const named = report.people.find((p) => p.name === directive.source)
  const byName = titleRank(named?.title ?? null)
  if (byName !== null) return byName
  if (directive.sourceType === 'official') return placeRank(report)
  for (const person of report.people) {
    const rank = person.attendee ? null : titleRank(person.title)
    if (rank !== null) return rank
  }
  return placeRank(report)
}

const placeRank = ({ row }: Report): Rank | null => (row.county !== null ? 3 : row.city !== null ? 2 : null)

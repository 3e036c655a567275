import { invalid } from '../argument'
import { byCodePoint } from '../code-point-order'
import { dayNumber } from './calendar-day'

export interface AdoptionInput {
  /** Dated mentions, any number a place, in any order. */
  readonly events: readonly { readonly place: string; readonly date: string }[]
  /** All places that could have adopted. */
  readonly places: readonly string[]
  /** Last day observed, `YYYY-MM-DD`. */
  readonly end: string
}

export interface Adoption {
  readonly origin: string | null
  readonly adopters: readonly { readonly place: string; readonly date: string; readonly days: number }[]
  readonly censored: readonly { readonly place: string; readonly days: number }[]
  readonly curve: readonly { readonly date: string; readonly n: number; readonly share: number }[]
}

/**
 * Who took a slogan up when? First date of each place, places not yet reached, and the adoption curve.
 *
 * - Formula: a place adopts on the first date it says the slogan; days are counted from the first adoption anywhere;
 *   the curve is the number and share of places that have adopted by each date.
 * - Input: events with place and date (`YYYY-MM-DD`); places, all that could adopt, each once; end, the last day
 *   observed.
 * - Result: origin, the first date; adopters by date, then place in code-point order; censored places in code-point
 *   order, with their days until `end`; curve with n and a share from above 0 to 1.
 * - Edges: no event gives origin null and empty lists (nobody can be late yet); events after `end` are not seen yet;
 *   an event of an unlisted place, a place listed twice, or a day that does not exist is an error.
 * - Assumes: a place is read as closely as the others. A place with few reports adopts late because nobody looked:
 *   set a coverage minimum first.
 * - Source: Walker 1969, doi:10.2307/1954434.
 * - Oracle: pandas groupby min.
 *
 * @example
 * const events = [{ place: '甲县', date: '2024-03-01' }]
 * diffusion.adoption({ events, places: ['甲县', '乙县'], end: '2024-03-31' }).censored
 * // => [{ place: '乙县', days: 30 }]
 */
export function adoption({ events, places, end }: AdoptionInput): Adoption {
  const where = 'diffusion.adoption'
  const last = dayNumber(where, end)
  const known = new Set(places)
  if (known.size !== places.length)
    throw invalid(where, 'places must be listed once each', `${places.length - known.size} twice`)
  const first = new Map<string, { day: number; date: string }>()
  for (const { place, date } of events) {
    const day = dayNumber(where, date)
    if (!known.has(place)) throw invalid(where, 'each event must be of a listed place', place)
    if (day > last) continue
    const before = first.get(place)
    if (before === undefined || day < before.day) first.set(place, { day, date })
  }
  if (first.size === 0) return { origin: null, adopters: [], censored: [], curve: [] }
  const ordered = [...first].sort(([p, a], [q, b]) => a.day - b.day || byCodePoint(p, q))
  const start = ordered[0]![1]
  const curve: { date: string; n: number; share: number }[] = []
  ordered.forEach(([, { date }], i) => {
    if (curve.at(-1)?.date === date) curve.pop()
    curve.push({ date, n: i + 1, share: (i + 1) / places.length })
  })
  return {
    origin: start.date,
    adopters: ordered.map(([place, { day, date }]) => ({ place, date, days: day - start.day })),
    censored: places
      .filter((place) => !first.has(place))
      .sort(byCodePoint)
      .map((place) => ({ place, days: last - start.day })),
    curve,
  }
}

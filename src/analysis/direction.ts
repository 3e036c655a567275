import { byCodePoint, type Item } from '../observation'
import { rate } from '../stats'
import { column } from './columns'
import type { Adoption } from './diffusion'

/** Who said it first: places of one level, or the places they belong to? */
export interface DirectionRow {
  readonly concept: string
  readonly label: string
  /** Number of names in the path: 1 province, 2 city, 3 county. */
  readonly upper: 'province' | 'city'
  readonly lower: 'city' | 'county'
  /** Pairs of a place and the place above it that were both seen with a known date. */
  readonly pairs: number
  readonly upperFirst: number
  readonly lowerFirst: number
  readonly sameDay: number
  /** Median days from the upper place's first sighting to the lower's; negative: upwards. */
  readonly medianLag: number | null
  /** Exact two-sided sign test of upperFirst against lowerFirst; null with fewer than four unequal pairs. */
  readonly p: number | null
  readonly direction: 'down' | 'up' | 'even' | null
}

const LEVELS = ['province', 'city', 'county'] as const

/**
 * Compares each place's first sighting with that of the nearest place above it (a county's city, a city's province),
 * where both dates are known: reports *of* the city itself against reports of its counties. Needs units of different
 * levels, as `by: 'place'` gives.
 */
export function directions(item: Item, adoptions: readonly Adoption[]): DirectionRow[] {
  const first = new Map<string, number>()
  for (const a of adoptions) if (a.status === 'adopted') first.set(a.history.unit, a.sighting!.first)
  const lags = new Map<string, { upper: 'province' | 'city'; lower: 'city' | 'county'; lags: number[] }>()
  for (const [unit, day] of first) {
    const path = unit.split('/')
    for (let depth = path.length - 1; depth >= 1; depth--) {
      const above = first.get(path.slice(0, depth).join('/'))
      if (above === undefined) continue
      const upper = LEVELS[depth - 1] as 'province' | 'city'
      const lower = LEVELS[path.length - 1] as 'city' | 'county'
      const entry = lags.get(`${upper}/${lower}`) ?? { upper, lower, lags: [] }
      entry.lags.push(day - above)
      lags.set(`${upper}/${lower}`, entry)
      break
    }
  }
  return [...lags.values()]
    .sort((a, b) => byCodePoint(a.upper + a.lower, b.upper + b.lower))
    .map(({ upper, lower, lags: days }) => {
      days.sort((a, b) => a - b)
      const upperFirst = days.filter((d) => d > 0).length
      const lowerFirst = days.filter((d) => d < 0).length
      const mid = days.length >> 1
      const unequal = upperFirst + lowerFirst
      return {
        concept: item.id,
        label: item.label,
        upper,
        lower,
        pairs: days.length,
        upperFirst,
        lowerFirst,
        sameDay: days.length - unequal,
        medianLag: days.length % 2 === 1 ? days[mid]! : (days[mid - 1]! + days[mid]!) / 2,
        p: unequal < 4 ? null : rate.ratio({ x1: upperFirst, e1: 1, x2: lowerFirst, e2: 1 }).p,
        direction: upperFirst > lowerFirst ? 'down' : upperFirst < lowerFirst ? 'up' : 'even',
      }
    })
}

export const DIRECTION_COLUMNS = [
  column('concept', 'concept', '提法'),
  column('label', 'label', '名称'),
  column('upper', 'upper level', '上级'),
  column('lower', 'lower level', '下级'),
  column('pairs', 'pairs with both dates known', '可比对数', { unit: 'pairs' }),
  column('upperFirst', 'upper first', '上级在先', { unit: 'pairs', denominator: 'pairs' }),
  column('lowerFirst', 'lower first', '下级在先', { unit: 'pairs', denominator: 'pairs' }),
  column('sameDay', 'same day', '同日', { unit: 'pairs', denominator: 'pairs' }),
  column('medianLag', 'median lag', '中位时差', { unit: 'days', note: 'lower minus upper' }),
  column('p', 'sign test p', '符号检验 p 值', { note: 'exact, two-sided' }),
  column('direction', 'direction', '方向', { note: 'down: from upper to lower' }),
]

import type { Issue } from '../issue'
import type { Unit } from './unit'

/** Place of a unit in its list. */
export interface Place {
  readonly ordinal: number
  readonly of: number
}

/**
 * Positions *k of n* of enumerated units. A list is a run of enumerators of one style under one speaker that counts up from
 * its first item; n is the number announced (三点要求), else the number of items found. 最后 closes its list.
 */
export function numberLists(units: readonly Unit[]): { places: Map<Unit, Place>; issues: Issue[] } {
  const places = new Map<Unit, Place>()
  const issues: Issue[] = []
  let list: Unit[] = []
  let last = 0
  const finish = () => {
    if (list.length === 0) return
    const announced = list[0]!.speech.announced
    const n = announced ?? last
    for (const [k, u] of list.entries())
      places.set(u, { ordinal: u.enumerator!.ordinal || k + 1, of: Math.max(n, k + 1) })
    if (announced !== null && announced !== list.length)
      issues.push({
        code: 'announced-count-differs',
        severity: 'warning',
        message: `${announced} points announced, ${list.length} found`,
      })
    list = []
    last = 0
  }
  for (const u of units) {
    const item = u.enumerator
    if (!item) continue
    const head = list[0]
    const ordinal = item.ordinal || last + 1
    const same = head && head.enumerator!.style === item.style && head.speech.speaker.source === u.speech.speaker.source
    if (!same || ordinal <= last) finish()
    list.push(u)
    last = ordinal
  }
  finish()
  return { places, issues }
}

/** What guards may ask about the report a text comes from. Unknown is null, and then no guard decides by it. */
export interface Situation {
  /** EDTF: `2023`, `2023-09`, `2023-09-15`; anything else counts as unknown. */
  readonly date: string | null
  readonly province: string | null
  readonly city: string | null
  readonly county: string | null
  /** GB/T 2260 code of the lowest known place. */
  readonly placeCode: string | null
}

/** Nothing is known. */
export const nowhere: Situation = Object.freeze({
  date: null,
  province: null,
  city: null,
  county: null,
  placeCode: null,
})

/** Whether the report is known to be inside (`true`) or outside (`false`) a window; null where that is open. */
export function insideDates(date: string | null, from: string | undefined, to: string | undefined): boolean | null {
  if (date === null || !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(date)) return null
  const first = bound(date, '-01', '-01')
  const last = bound(date, '-12', '-31')
  const low = from === undefined ? '0000' : bound(from, '-01', '-01')
  const high = to === undefined ? '9999-12-31' : bound(to, '-12', '-31')
  if (last < low || first > high) return false
  return first >= low && last <= high ? true : null
}

const bound = (date: string, month: string, day: string): string =>
  date.length === 4 ? date + month + day : date.length === 7 ? date + day : date

/** Whether the report is known to come from one of the places; a code matches by prefix, a name from the province down. */
export function insideRegion(situation: Situation, region: readonly string[]): boolean | null {
  let open = false
  for (const place of region) {
    const answer = /^\d+$/.test(place) ? byCode(situation.placeCode, place) : byName(situation, place)
    if (answer === true) return true
    if (answer === null) open = true
  }
  return open ? null : false
}

function byCode(known: string | null, wanted: string): boolean | null {
  if (known === null) return null
  const code = significant(known)
  const want = significant(wanted)
  if (code.startsWith(want)) return true
  return want.startsWith(code) ? null : false
}

/** `410000` → `41`, `411100` → `4111`. */
const significant = (code: string): string => code.replace(/(?:00){1,2}$/, '')

/** `河南漯河` against 河南省 + 漯河市: each known part must go on where the one before it ended. */
function byName(situation: Situation, place: string): boolean | null {
  let rest = place
  for (const part of [situation.province, situation.city, situation.county]) {
    if (rest === '') return true
    if (part === null) continue
    const name = part.replace(/(?:特别行政区|自治[区州县旗]|地区|[省市区县州盟旗])$/, '')
    if (rest.startsWith(part)) rest = rest.slice(part.length)
    else if (name.length > 1 && rest.startsWith(name)) rest = rest.slice(name.length)
    else if (name.length > 3 && rest.startsWith(name.slice(0, 2)))
      rest = rest.slice(2) // 新疆 for 新疆维吾尔自治区
    else return false
  }
  return rest === '' ? true : null
}

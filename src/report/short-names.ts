import names from '../../data/places/names.json' with { type: 'json' }
import type { Place } from './place'

const peoples: readonly string[] = [...names.peoples.names].sort((a, b) => b.length - a.length)
const provinces: Readonly<Record<string, string>> = names.provinces.short
const wordlike: ReadonlySet<string> = new Set(names.wordlike.names)

/**
 * Short forms of a place's name that are as good as the name itself in running text (`漯河` for 漯河市, `恩施州` for
 * 恩施土家族苗族自治州). Forms of one character and forms that are common words (来宾, 日照) are left out.
 */
export function shortNames(place: Place): string[] {
  const { name, level } = place
  if (level === 'province') {
    const short = provinces[name] ?? (/[省市]$/.test(name) ? name.slice(0, -1) : null)
    return short ? [short] : []
  }
  const kind = /自治([州县旗])$/.exec(name)
  if (kind) {
    const stem = withoutPeoples(name.slice(0, -3))
    if (stem.length < 2) return []
    return level === 'city' ? usual([stem + kind[1], stem]) : [stem + kind[1]]
  }
  if (level !== 'city') return []
  return usual([name.endsWith('地区') ? name.slice(0, -2) : name.slice(0, -1)])
}

/** The form a county's newspaper or site uses in its own name (`鹿邑` for 鹿邑县), or null where one character would be left. */
export function countyStem(place: Place): string | null {
  if (place.level !== 'county') return null
  const kind = /自治[县旗]$/.exec(place.name)
  const stem = kind ? withoutPeoples(place.name.slice(0, -3)) : place.name.slice(0, -1)
  return stem.length >= 2 ? stem : null
}

const usual = (forms: string[]): string[] => forms.filter((form) => form.length >= 2 && !wordlike.has(form))

function withoutPeoples(stem: string): string {
  for (;;) {
    const people = peoples.find((p) => stem.length > p.length && stem.endsWith(p))
    if (!people) return stem
    stem = stem.slice(0, -people.length)
  }
}

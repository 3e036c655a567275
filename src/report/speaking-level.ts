import roles from '../../data/places/roles.json' with { type: 'json' }
import type { PlaceLevel } from './place'
import type { Person } from './report'

/** Level of the first official's title, else of the words by which the text speaks of its own territory. */
export function speakingLevel(people: readonly Person[], head: string): PlaceLevel | null {
  for (const person of people) {
    const level = person.title && levelOfTitle(person.title)
    if (level) return level
  }
  for (const level of ['county', 'city', 'province'] as const)
    if (roles.self[level].words.some((w) => head.includes(w))) return level
  return null
}

/** Level of the office itself: 省委常委、市委书记 speaks for the city. */
function levelOfTitle(title: string): PlaceLevel | null {
  const offices = title.split(/[、，,]/)
  const office = offices.find((o) => !o.endsWith('常委')) ?? title
  const match = /([省市县区州盟旗])(?:委|长|政府|人大|政协|纪委|领导)/.exec(office)
  if (!match) return null
  return match[1] === '省' ? 'province' : '市州盟'.includes(match[1]!) ? 'city' : 'county'
}

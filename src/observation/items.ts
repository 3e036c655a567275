import { TifaError } from '../error'
import { byCodePoint } from './code-point-order'
import type { Observation } from './observe'
import type { ConceptInfo } from './study'

/**
 * What is counted: a concept, a category (top `project` holds every `project.*`), or all concepts of one origin
 * level.
 */
export type ItemKind = 'concept' | 'category' | 'level'

/** A concept is named by its id, or `{ label }` for any label the study knows it by. */
export type ConceptName = string | { readonly label: string }

export interface ItemOptions {
  /** Default: every concept of the vocabulary, found or not. */
  readonly concepts?: readonly ConceptName[]
  /** Count categories instead: ids (`project`, `project.drive`), or all `top` or all `sub` categories. */
  readonly categories?: readonly string[] | 'top' | 'sub'
}

/** One thing that is counted, with the positions of its occurrences in the observation. */
export interface Item {
  readonly kind: ItemKind
  readonly id: string
  readonly label: string
  readonly gloss: string | null
  /** Category of a concept; the id itself for a category; null for a level. */
  readonly category: string | null
  readonly level: ConceptInfo['level']
  readonly grade: ConceptInfo['grade'] | null
  /** Its counted mentions (of a category or level: those of its concepts), in text order. */
  readonly mentions: Int32Array
  /** Its mentions that a longer concept absorbs. */
  readonly shadowed: Int32Array
  /**
   * Directives that carry it, ascending: those with a mention of the concept; for a category those *coded* with it,
   * slogan or not.
   */
  readonly directives: Int32Array
}

/**
 * The things to count, in code-point order of their ids.
 *
 * @param byLevel count origin levels (`central` … `county`, `unknown`) instead of single concepts
 * @throws TifaError `unknown-concept`, `unknown-category`; `invalid-option` when both concepts and categories are named
 */
export function itemsOf(observation: Observation, options: ItemOptions, byLevel = false): Item[] {
  if (options.categories !== undefined && (options.concepts !== undefined || byLevel))
    throw new TifaError(
      'invalid-option',
      'categories cannot be combined with concepts or with by: level; ask for them in a second call',
    )
  if (options.categories !== undefined) return categoryItems(observation, options.categories)
  const chosen = options.concepts
    ? [...new Set(options.concepts.map((name) => conceptNamed(observation, name)))].sort((a, b) => a - b)
    : observation.concepts.map((_, i) => i)
  const shadowed = shadowedByConcept(observation)
  if (byLevel) return levelItems(observation, chosen, shadowed)
  return chosen.map((c) => {
    const info = observation.concepts[c]!
    const mentions = observation.mentionsByConcept.subarray(
      observation.conceptStart[c]!,
      observation.conceptStart[c + 1]!,
    )
    return {
      kind: 'concept',
      id: info.id,
      label: info.label,
      gloss: info.gloss,
      category: info.category,
      level: info.level,
      grade: info.grade,
      mentions,
      shadowed: shadowed[c] ?? NONE,
      directives: directivesOf(observation, mentions),
    }
  })
}

/** Position of a concept in the observation. Throws `unknown-concept`. */
export function conceptNamed(observation: Observation, name: ConceptName): number {
  if (typeof name === 'string') {
    const c = observation.conceptIndex.get(name)
    if (c !== undefined) return c
    throw new TifaError(
      'unknown-concept',
      `no concept has the id ${JSON.stringify(name)}; name one of the vocabulary's ids, or { label }`,
    )
  }
  const found = new Set<number>()
  observation.concepts.forEach((info, c) => {
    if (info.label === name.label) found.add(c)
  })
  if (found.size === 0)
    observation.mentions.forEach((m, i) => {
      if (m.label === name.label || m.form === name.label) found.add(observation.conceptOfMention[i]!)
    })
  if (found.size === 1) return [...found][0]!
  const ids = [...found].map((c) => observation.concepts[c]!.id).sort(byCodePoint)
  throw new TifaError(
    'unknown-concept',
    found.size === 0
      ? `no concept has the label ${JSON.stringify(name.label)}`
      : `the label ${JSON.stringify(name.label)} belongs to several concepts: ${ids.join(', ')}; name one by id`,
  )
}

const NONE = new Int32Array(0)

function shadowedByConcept(observation: Observation): (Int32Array | undefined)[] {
  const lists: number[][] = []
  observation.conceptOfShadowed.forEach((c, i) => {
    ;(lists[c] ??= []).push(i)
  })
  return lists.map((list) => list && Int32Array.from(list))
}

// Mentions come in text order, so their directives ascend: repeats stand together.
function directivesOf(observation: Observation, mentions: Int32Array): Int32Array {
  const out = new Int32Array(mentions.length)
  let n = 0
  let last = -1
  for (const m of mentions) {
    const d = observation.directiveOfMention[m]!
    if (d < 0 || d === last) continue
    out[n++] = d
    last = d
  }
  const list = out.subarray(0, n)
  for (let i = 1; i < n; i++) if (list[i]! < list[i - 1]!) return Int32Array.from(new Set(list)).sort()
  return list
}

function merge(lists: readonly (Int32Array | undefined)[]): Int32Array {
  let length = 0
  for (const list of lists) length += list?.length ?? 0
  const all = new Int32Array(length)
  let at = 0
  for (const list of lists) {
    if (!list) continue
    all.set(list, at)
    at += list.length
  }
  return all.sort()
}

function levelItems(
  observation: Observation,
  chosen: readonly number[],
  shadowed: readonly (Int32Array | undefined)[],
): Item[] {
  const byLevel = new Map<string, number[]>()
  for (const c of chosen) {
    const level = observation.concepts[c]!.level ?? 'unknown'
    const list = byLevel.get(level)
    if (list) list.push(c)
    else byLevel.set(level, [c])
  }
  return [...byLevel]
    .sort((a, b) => byCodePoint(a[0], b[0]))
    .map(([id, members]) => {
      const mentions = merge(members.map((c) => mentionsOf(observation, c)))
      return {
        kind: 'level',
        id,
        label: id,
        gloss: null,
        category: null,
        level: id === 'unknown' ? null : (id as ConceptInfo['level']),
        grade: null,
        mentions,
        shadowed: merge(members.map((c) => shadowed[c])),
        directives: directivesOf(observation, mentions),
      }
    })
}

function mentionsOf(observation: Observation, c: number): Int32Array {
  return observation.mentionsByConcept.subarray(observation.conceptStart[c]!, observation.conceptStart[c + 1]!)
}

function categoryItems(observation: Observation, wanted: readonly string[] | 'top' | 'sub'): Item[] {
  const coded = new Map<string, number[]>()
  observation.directives.forEach((directive, d) => {
    const ids = new Set<string>()
    for (const category of directive.categories) {
      ids.add(category)
      ids.add(topOf(category))
    }
    for (const id of ids) push(coded, id, d)
  })
  const members = new Map<string, number[]>()
  observation.concepts.forEach((info, c) => {
    for (const id of new Set([info.category, topOf(info.category)])) push(members, id, c)
  })
  const known = [...new Set([...coded.keys(), ...members.keys()])].sort(byCodePoint)
  const chosen =
    wanted === 'top'
      ? known.filter((id) => !id.includes('.'))
      : wanted === 'sub'
        ? known.filter((id) => id.includes('.'))
        : [...new Set(wanted)].sort(byCodePoint)
  const shadowed = shadowedByConcept(observation)
  return chosen.map((id) => {
    if (!coded.has(id) && !members.has(id))
      throw new TifaError(
        'unknown-category',
        `no concept or directive has the category ${JSON.stringify(id)}; the study has ${known.join(', ')}`,
      )
    const concepts = members.get(id) ?? []
    return {
      kind: 'category',
      id,
      label: id,
      gloss: null,
      category: id,
      level: null,
      grade: null,
      mentions: merge(concepts.map((c) => mentionsOf(observation, c))),
      shadowed: merge(concepts.map((c) => shadowed[c])),
      directives: Int32Array.from(coded.get(id) ?? []),
    }
  })
}

function topOf(category: string): string {
  const dot = category.indexOf('.')
  return dot < 0 ? category : category.slice(0, dot)
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

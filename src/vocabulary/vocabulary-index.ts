import { toSimplified } from '../text/simplify'
import type { Concept, Vocabulary } from './concept'
import { labelsOf } from './concept'
import { type CompiledGuard, compileGuard } from './guard'
import { foldWith, type LabelForm, labelForms, type Simplify } from './label-form'
import { compileMatcher, type Matcher } from './matcher/matcher'
import { type CompiledSlot, compileSlot } from './slot'

/** What it means that a pattern of the matcher was found. */
export type PatternUse =
  | {
      readonly kind: 'label'
      readonly concept: number
      readonly label: string
      readonly form: LabelForm
      readonly guards: readonly number[]
    }
  | { readonly kind: 'slot'; readonly concept: number; readonly slot: CompiledSlot; readonly guards: readonly number[] }
  /** A string that refuses the labels it covers. */
  | { readonly kind: 'not'; readonly guard: number; readonly form: LabelForm }

/** A vocabulary made ready for matching. */
export interface VocabularyIndex {
  readonly matcher: Matcher
  readonly uses: readonly PatternUse[]
  readonly guards: readonly CompiledGuard[]
  /** By concept: the concepts that absorb it, or null. */
  readonly absorbers: readonly (ReadonlySet<number> | null)[]
  /** Longest `not` phrase, in units. */
  readonly longestNot: number
}

/**
 * Compiles all active labels, slot patterns and `not` phrases into one matcher. A deprecated concept keeps its id and is not
 * matched any more. Linear in the size of the vocabulary.
 */
export function buildIndex(vocabulary: Vocabulary): VocabularyIndex {
  const patterns: string[] = []
  const uses: PatternUse[] = []
  const guards: CompiledGuard[] = []
  const byId = new Map(vocabulary.concepts.map((c, i) => [c.id as string, i]))
  const absorbers: (Set<number> | null)[] = vocabulary.concepts.map(() => null)
  const simplify = simplifyTogether(vocabulary)
  let longestNot = 0

  vocabulary.concepts.forEach((concept, number) => {
    if (concept.status === 'deprecated') return
    for (const id of concept.absorbs) {
      const absorbed = byId.get(id)
      if (absorbed !== undefined) (absorbers[absorbed] ??= new Set()).add(number)
    }
    const own = compileGuards(concept, guards, simplify)
    for (const { index, nots } of own)
      for (const phrase of nots)
        for (const form of labelForms(phrase, simplify)) {
          if (form.folded === '') continue
          longestNot = Math.max(longestNot, form.folded.length)
          patterns.push(form.folded)
          uses.push({ kind: 'not', guard: index, form })
        }
    const seen = new Set<string>()
    for (const label of labelsOf(concept))
      for (const form of labelForms(label, simplify)) {
        const key = `${form.folded}\n${form.joints?.join('') ?? ''}`
        if (form.folded === '' || seen.has(key)) continue
        seen.add(key)
        const folded = own.length === 0 ? '' : foldWith(simplify, label)
        patterns.push(form.folded)
        uses.push({
          kind: 'label',
          concept: number,
          label,
          form,
          guards: own.filter((g) => g.covers(folded)).map((g) => g.index),
        })
      }
    for (const written of concept.slots) {
      const slot = compileSlot(written, simplify)
      patterns.push(slot.pieces[slot.anchor]!)
      uses.push({
        kind: 'slot',
        concept: number,
        slot,
        guards: own.filter((g) => g.covers(foldWith(simplify, slot.label))).map((g) => g.index),
      })
    }
  })
  return { matcher: compileMatcher(patterns), uses, guards, absorbers, longestNot }
}

function compileGuards(concept: Concept, guards: CompiledGuard[], simplify: Simplify) {
  return concept.guards.map((guard) => {
    const labels = guard.labels?.map((l) => foldWith(simplify, l))
    const compiled = compileGuard(guard, simplify)
    const index = guards.push(compiled) - 1
    return { index, nots: compiled.nots, covers: (folded: string) => labels === undefined || labels.includes(folded) }
  })
}

/** All labels and `not` phrases made simplified in one go: a call for each would cost more than the matcher. */
function simplifyTogether(vocabulary: Vocabulary): Simplify {
  const strings = vocabulary.concepts.flatMap((c) => [...labelsOf(c), ...c.guards.flatMap((g) => g.not ?? [])])
  const simplified = toSimplified(strings.join('\n')).split('\n')
  const known = new Map(strings.length === simplified.length ? strings.map((s, i) => [s, simplified[i]!]) : [])
  return (string) => known.get(string) ?? toSimplified(string)
}

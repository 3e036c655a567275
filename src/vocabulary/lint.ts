import { compileVocabulary } from './compile-vocabulary'
import { type Concept, type Example, labelsOf, type Vocabulary } from './concept'
import { findConcepts } from './find-concepts'
import { fold, labelForms } from './label-form'

export type LintCode =
  | 'failing-example'
  | 'missing-example'
  | 'never-matches'
  | 'duplicate'
  | 'colliding'
  | 'one-character'
  | 'ambiguous-unguarded'
  | 'not-without-label'
  | 'absorbs-nothing'
  | 'deprecated-without-successor'
  | 'successor-deprecated'

/** One thing to look at. An error makes counts wrong; a warning may be meant; info is worth knowing. */
export interface LintFinding {
  readonly severity: 'error' | 'warning' | 'info'
  readonly code: LintCode
  readonly concept: string
  readonly field: string
  readonly message: string
}

/**
 * Checks what a vocabulary means, beyond its form: runs every stored example, and looks for labels that can never be found,
 * are shared by two concepts after folding, are one character long, are ordinary language without a guard; for `not` phrases
 * that hold no label, `absorbs` that can never apply, and deprecated concepts that lead nowhere.
 *
 * @returns by concept in the vocabulary's order; empty if there is nothing to say
 */
export function lintVocabulary(vocabulary: Vocabulary): LintFinding[] {
  const compiled = compileVocabulary(vocabulary)
  const holders = byLabel(vocabulary)
  const active = new Map(vocabulary.concepts.map((c) => [c.id as string, c.status !== 'deprecated']))
  return compiled.concepts.flatMap((concept) => [
    ...(concept.status === 'deprecated' ? lintDeprecated(concept, active) : []),
    ...lintLabels(concept, holders),
    ...lintGuards(concept),
    ...(concept.status === 'deprecated' ? [] : lintExamples(concept, compiled)),
    ...lintAbsorbs(concept, vocabulary),
  ])
}

type Say = (severity: LintFinding['severity'], code: LintCode, field: string, message: string) => LintFinding
const sayOf =
  (concept: Concept): Say =>
  (severity, code, field, message) => ({ severity, code, concept: concept.id, field, message })

function byLabel(vocabulary: Vocabulary): ReadonlyMap<string, readonly Concept[]> {
  const holders = new Map<string, Concept[]>()
  for (const concept of vocabulary.concepts)
    if (concept.status !== 'deprecated')
      for (const label of new Set(labelsOf(concept).map((l) => fold(l))))
        holders.set(label, [...(holders.get(label) ?? []), concept])
  return holders
}

function lintDeprecated(concept: Concept, active: ReadonlyMap<string, boolean>): LintFinding[] {
  const say = sayOf(concept)
  if (concept.replacedBy.length === 0)
    return [
      say('warning', 'deprecated-without-successor', 'replacedBy', 'deprecated, and nothing says what to use instead'),
    ]
  return concept.replacedBy
    .filter((id) => active.get(id) === false)
    .map((id) => say('warning', 'successor-deprecated', 'replacedBy', `its successor "${id}" is deprecated too`))
}

function lintLabels(concept: Concept, holders: ReadonlyMap<string, readonly Concept[]>): LintFinding[] {
  const say = sayOf(concept)
  const findings: LintFinding[] = []
  const seen = new Map<string, string>()
  for (const label of labelsOf(concept)) {
    const folded = fold(label)
    const field =
      label === concept.prefLabel ? 'prefLabel' : concept.altLabels.includes(label) ? 'altLabels' : 'hiddenLabels'
    if (folded === '')
      findings.push(say('error', 'never-matches', field, `"${label}" has no character that is matched`))
    else if ([...folded].length === 1)
      findings.push(
        say('warning', 'one-character', field, `"${label}" is one character long and will be found inside words`),
      )
    if (/[。；;！!？?：:\n《》（）()]/.test(folded))
      findings.push(say('warning', 'never-matches', field, `"${label}" holds a mark that divides sentences or phrases`))
    const twin = seen.get(folded)
    const joints = (l: string) => labelForms(l)[0]!.joints?.join('') ?? ''
    if (twin !== undefined && joints(twin) === joints(label) && label !== concept.prefLabel)
      findings.push(say('info', 'duplicate', field, `"${label}" is the same as "${twin}" once marks are dropped`))
    seen.set(folded, label)
    const others = (holders.get(folded) ?? []).filter((c) => c.id !== concept.id)
    if (concept.status !== 'deprecated' && others.length > 0 && !guarded(concept, folded))
      findings.push(
        say(
          'warning',
          'colliding',
          field,
          `"${label}" is a label of ${others.map((c) => c.id).join(', ')} too, and no guard tells them apart`,
        ),
      )
  }
  for (const label of concept.ambiguous)
    if (!guarded(concept, fold(label)) && concept.grade === 'core')
      findings.push(
        say('info', 'ambiguous-unguarded', 'ambiguous', `"${label}" is ordinary language too and has no guard`),
      )
  return findings
}

const guarded = (concept: Concept, folded: string): boolean =>
  concept.guards.some((g) => g.labels === undefined || g.labels.map((l) => fold(l)).includes(folded))

function lintGuards(concept: Concept): LintFinding[] {
  const say = sayOf(concept)
  return concept.guards.flatMap((guard, i) => {
    const labels = (guard.labels ?? labelsOf(concept)).map((l) => fold(l))
    return (guard.not ?? [])
      .filter((phrase) => !labels.some((label) => label !== '' && fold(phrase).includes(label)))
      .map((phrase) =>
        say('warning', 'not-without-label', `guards.${i}.not`, `"${phrase}" holds no label and can refuse nothing`),
      )
  })
}

function lintExamples(concept: Concept, vocabulary: ReturnType<typeof compileVocabulary>): LintFinding[] {
  const say = sayOf(concept)
  const findings: LintFinding[] = []
  const found = (example: Example) => {
    const text = typeof example === 'string' ? example : example.text
    return findConcepts(text, vocabulary).filter((m) => m.concept.id === concept.id && m.shadowedBy === null)
  }
  const quote = (example: Example) => `"${typeof example === 'string' ? example : example.text}"`
  concept.examples.positive.forEach((example, i) => {
    const matches = found(example)
    const { label, n } = typeof example === 'string' ? {} : example
    const field = `examples.positive.${i}`
    if (matches.length === 0) findings.push(say('error', 'failing-example', field, `not found in ${quote(example)}`))
    else if (n !== undefined && matches.length !== n)
      findings.push(
        say('error', 'failing-example', field, `found ${matches.length} times, not ${n}, in ${quote(example)}`),
      )
    if (label !== undefined && matches.length > 0 && !matches.some((m) => fold(m.label) === fold(label)))
      findings.push(
        say('error', 'failing-example', field, `found by "${matches[0]!.label}", not "${label}", in ${quote(example)}`),
      )
  })
  concept.examples.negative.forEach((example, i) => {
    const matches = found(example)
    if (matches.length > 0)
      findings.push(
        say('error', 'failing-example', `examples.negative.${i}`, `"${matches[0]!.label}" found in ${quote(example)}`),
      )
  })
  const delicate = concept.guards.length > 0 || concept.slots.length > 0
  if (delicate && (concept.examples.positive.length === 0 || concept.examples.negative.length === 0))
    findings.push(
      say(
        'warning',
        'missing-example',
        'examples',
        'has guards or slots, but not both a positive and a negative example',
      ),
    )
  // Each label of its own must be found, in quotation marks at least, if no guard asks for more.
  const asksMore = concept.guards.some((g) => g.region || g.dates || g.context || g.left?.required || g.right?.required)
  if (!asksMore)
    for (const label of labelsOf(concept))
      if (fold(label) !== '' && !findConcepts(`“${fold(label)}”`, vocabulary).some((m) => m.concept.id === concept.id))
        findings.push(
          say(
            'error',
            'never-matches',
            'guards',
            `"${label}" is refused by a guard even when it stands alone in quotation marks`,
          ),
        )
  return findings
}

function lintAbsorbs(concept: Concept, vocabulary: Vocabulary): LintFinding[] {
  const say = sayOf(concept)
  return concept.absorbs.flatMap((id) => {
    const inner = vocabulary.concepts.find((c) => c.id === id)
    if (inner === undefined) return []
    const outers = labelsOf(concept).map((l) => fold(l))
    const can =
      concept.slots.length > 0 ||
      labelsOf(inner)
        .map((l) => fold(l))
        .some((l) => outers.some((o) => o.length > l.length && o.includes(l)))
    return can ? [] : [say('warning', 'absorbs-nothing', 'absorbs', `no label holds a label of "${id}"`)]
  })
}

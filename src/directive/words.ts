import actors from '../../data/directive/actors.json'
import addressees from '../../data/directive/addressees.json'
import adjuncts from '../../data/directive/adjuncts.json'
import cues from '../../data/directive/cues.json'
import imperatives from '../../data/directive/imperatives.json'
import narrative from '../../data/directive/narrative.json'
import openers from '../../data/directive/openers.json'
import statements from '../../data/directive/statements.json'
import yaoWords from '../../data/directive/yao-words.json'
import { WordTable } from '../report/people/word-table'

export type CueType = 'order' | 'state' | 'say' | 'exhort'
export type ModalForce = 'must' | 'prohibit'
export type ActorNoun = 'meeting' | 'group' | 'audience' | 'citizen' | 'document'

/** The word lists of data/directive, compiled for look-up. Built on first use. */
export interface Words {
  readonly cues: WordTable<CueType>
  readonly nounable: ReadonlySet<string>
  readonly markOnly: ReadonlySet<string>
  readonly informing: ReadonlySet<string>
  readonly contentVerbs: ReadonlySet<string>
  readonly contentVerbsAtHead: ReadonlySet<string>
  readonly emptyOrders: WordTable<true>
  readonly emphasis: ReadonlySet<string>
  readonly subjectOnly: ReadonlySet<string>
  readonly thanks: WordTable<true>
  readonly emptyObject: WordTable<true>
  readonly modals: WordTable<ModalForce>
  readonly headWords: WordTable<ModalForce>
  readonly notModal: WordTable<true>
  readonly evaluationAfterModal: WordTable<true>
  /** Verbs of judgement after a modal; true where the thing judged stands before it. */
  readonly judgements: WordTable<boolean>
  readonly openerAdverbs: WordTable<true>
  readonly prohibitYao: WordTable<true>
  readonly notBeforeYao: WordTable<true>
  readonly headless: WordTable<true>
  readonly embedding: WordTable<true>
  readonly nounEnds: WordTable<true>
  readonly localizers: WordTable<true>
  /** Words around 要; value: where in the word the first 要 stands. */
  readonly yaoWords: WordTable<number>
  readonly imperatives: WordTable<true>
  readonly nounVerbs: WordTable<true>
  readonly coverbs: WordTable<true>
  readonly future: WordTable<true>
  readonly notCopula: WordTable<true>
  readonly predicates: WordTable<true>
  readonly predicateStarts: WordTable<true>
  readonly predicatesOfTopics: WordTable<true>
  readonly deficiencies: WordTable<true>
  readonly predicatesInTopics: WordTable<true>
  readonly warnings: WordTable<true>
  readonly background: WordTable<true>
  readonly evaluation: WordTable<true>
  readonly time: WordTable<true>
  readonly narrativeVerbs: WordTable<true>
  readonly scenes: WordTable<true>
  readonly counts: WordTable<true>
  readonly otherNews: WordTable<true>
  readonly sceneEnds: WordTable<true>
  readonly noticing: WordTable<true>
  readonly together: WordTable<true>
  readonly presence: WordTable<true>
  readonly actorNouns: WordTable<ActorNoun>
  readonly notMeetings: WordTable<true>
  readonly activities: ReadonlySet<string>
  readonly speakInTurn: WordTable<true>
  readonly chorus: WordTable<true>
  readonly guests: WordTable<true>
  readonly accordingTo: WordTable<true>
  readonly bodies: WordTable<number>
  readonly superiorPersons: WordTable<true>
  readonly adverbs: WordTable<true>
  readonly suffixes: WordTable<true>
  readonly nominalSuffixes: WordTable<true>
  readonly topics: WordTable<true>
  readonly prepositions: WordTable<true>
  readonly addressees: WordTable<true>
  readonly addresseeStarts: WordTable<true>
  readonly addresseePronouns: WordTable<true>
  readonly wished: WordTable<true>
}

let built: Words | undefined

const set = (words: readonly string[]): WordTable<true> => new WordTable(words.map((w) => [w, true] as const))
const tag = <T>(words: readonly string[], value: T) => words.map((w) => [w, value] as const)

/** The compiled word lists. */
export function words(): Words {
  if (built) return built
  const cueTable = new WordTable<CueType>([
    ...tag<CueType>(cues.order.words, 'order'),
    ...tag<CueType>(cues.state.words, 'state'),
    ...tag<CueType>(cues.say.words, 'say'),
    ...tag<CueType>(cues.exhort.words, 'exhort'),
  ])
  built = {
    cues: cueTable,
    nounable: new Set(cues.nounable.words),
    markOnly: new Set(cues.markOnly.words),
    informing: new Set(cues.informing.words),
    contentVerbs: new Set(cues.contentVerbs.words),
    contentVerbsAtHead: new Set(cues.contentVerbsAtHead.words),
    emptyOrders: set(cues.emptyOrders.words),
    emphasis: new Set(cues.emphasis.words),
    subjectOnly: new Set(cues.subjectOnly.words),
    thanks: set(cues.thanks.words),
    emptyObject: set(cues.emptyObject.words),
    modals: new WordTable<ModalForce>([
      ...tag<ModalForce>(openers.must.words, 'must'),
      ...tag<ModalForce>(openers.prohibit.words, 'prohibit'),
    ]),
    headWords: new WordTable<ModalForce>([
      ...tag<ModalForce>(openers.head.words, 'must'),
      ...tag<ModalForce>(openers.headProhibit.words, 'prohibit'),
    ]),
    notModal: set(openers.shortModalNotBefore.words),
    evaluationAfterModal: set(openers.evaluationAfterModal.words),
    judgements: new WordTable<boolean>([
      ...tag(openers.judgement.words, false),
      ...tag(openers.judgementOfSubject.words, true),
    ]),
    openerAdverbs: set(openers.adverbs.words),
    prohibitYao: set(openers.prohibitYao.words),
    notBeforeYao: set(openers.notBeforeYao.words),
    headless: set(openers.headless.words),
    embedding: set(openers.embedding.words),
    nounEnds: set(openers.nounEnds.words),
    localizers: set(openers.localizers.words),
    yaoWords: new WordTable(yaoWords.words.map((w) => [w, w.indexOf('要')] as const)),
    imperatives: set(imperatives.verbs.words),
    nounVerbs: set(imperatives.nounVerbs.words),
    coverbs: set(imperatives.coverbs.words),
    future: set(imperatives.future.words),
    notCopula: set(statements.copula.notIn),
    predicates: set(statements.predicates.words),
    predicateStarts: set(statements.predicateStarts.words),
    predicatesOfTopics: set(statements.predicatesOfTopics.words),
    deficiencies: set(statements.deficiencies.words),
    predicatesInTopics: set(statements.predicatesInTopics.words),
    warnings: set(statements.warnings.words),
    background: set(statements.background.words),
    evaluation: set(statements.evaluation.words),
    time: set(statements.time.words),
    narrativeVerbs: set(narrative.verbs.words),
    scenes: set(narrative.scene.words),
    counts: set(narrative.counts.words),
    otherNews: set(narrative.otherNews.words),
    sceneEnds: set(narrative.sceneEnds.words),
    noticing: set(narrative.noticing.words),
    together: set(narrative.together.words),
    presence: set(narrative.presence.words),
    actorNouns: new WordTable<ActorNoun>([
      ...tag<ActorNoun>(actors.citizen.words, 'citizen'),
      ...tag<ActorNoun>(actors.document.words, 'document'),
      ...tag<ActorNoun>(actors.audience.words, 'audience'),
      ...tag<ActorNoun>(actors.group.words, 'group'),
      ...tag<ActorNoun>(actors.meeting.words, 'meeting'),
    ]),
    notMeetings: set(actors.meeting.notMeetings),
    activities: new Set(actors.activity.words),
    speakInTurn: set(actors.speakInTurn.words),
    chorus: set(actors.chorus.words),
    guests: set(actors.guests.words),
    accordingTo: set(actors.accordingTo.words),
    bodies: new WordTable(
      actors.bodies.levels.flatMap(([level, list]) => (list as string[]).map((w) => [w, level as number] as const)),
    ),
    superiorPersons: set(actors.superiorPersons.words),
    adverbs: set(adjuncts.adverbs.words),
    suffixes: set(adjuncts.suffixes.words),
    nominalSuffixes: set(adjuncts.nominalSuffixes.words),
    topics: set(adjuncts.topic.words),
    prepositions: set(adjuncts.prepositions.words),
    addressees: set(addressees.nouns.words),
    addresseeStarts: set(addressees.starts.words),
    addresseePronouns: set(addressees.pronouns.words),
    wished: set(addressees.superiors.words),
  }
  return built
}

/** Does any word of the table stand in `[start, end)`? Returns its offset, or -1. */
export function findWord<T>(table: WordTable<T>, text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) if (table.at(text, i, end)) return i
  return -1
}

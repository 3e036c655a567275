import type { Report } from '../report/report'
import { isAnswer } from './answer'
import type { Head } from './bare-imperative'
import { isFuture, isStatement, skipTime, strongImperativeAt } from './clause-kind'
import { isContentVerb, withoutContentVerbs } from './content-verb'
import { type CueHit, cueHits } from './cue-finder'
import { labelSpeaker } from './label'
import { isNarrative, isPresence } from './narrative'
import { type Opening, openerOfClause } from './opener'
import { actClass, isOwnAct } from './own-act'
import { type Clause, type ParsedParagraph, parseParagraph, type Sentence } from './paragraph'
import { type ContentSink, readContent, segmentOpener } from './read-content'
import { isReception, toGuests } from './reception'
import type { Refusal, RefusalClass } from './refusal'
import { mayHoldSpeech } from './relevant'
import { type Segment, segments } from './segment'
import type { Standing } from './speaker'
import { type SpeechEvent, speechEvents } from './speech-event'
import { Stage } from './stage'
import { clauseSubject } from './subject'
import { calledIn, nextOutside, tagIn } from './tag'
import type { Speech, Unit } from './unit'
import { findWord, words } from './words'

const refusalOf: Readonly<Record<Exclude<Standing, 'speaks'>, RefusalClass>> = {
  host: 'promise-upward',
  cited: 'citation-of-superior',
  audience: 'pledge',
  citizen: 'citizen-quotation',
  document: 'document-text',
  other: 'other-speaker',
}

/** A quotation that has been read to its end: what follows it needs an opener to be the same speech. */
const CLOSED = -2

/**
 * Reads a report paragraph by paragraph with the state that attribution needs: whose speech is going on, who acted last,
 * which unit is open. One pass; paragraphs in which nothing can be attributed are passed over.
 */
export class Walk implements ContentSink {
  readonly units: Unit[] = []
  readonly refusals: Refusal[] = []
  readonly parsed = new Map<number, ParsedParagraph>()
  unit: Unit | null = null
  readonly listing: boolean
  readonly #text: string
  readonly #report: Report
  readonly #stage: Stage
  #paragraph = 0
  #hits: readonly CueHit[] = []
  #speech: Speech | null = null
  /** The verb stood alone on its line: what it reports comes with the next. */
  #expecting = false
  /** Last speech of an official in this paragraph. */
  #heard: Speech | null = null
  /** Speech that a sentence behind a quotation attributes, by sentence. */
  #tags = new Map<number, Speech | null>()
  /** First sentence outside quotations, as far as looked for. */
  #outside = -1
  #reception: boolean | null = null

  /** @param listing also work out and keep what is refused */
  constructor(report: Report, listing = false) {
    this.#report = report
    this.#text = report.clean.text
    this.#stage = new Stage(report)
    this.listing = listing
  }

  /** Reads all body paragraphs below the headline. */
  run(): void {
    const { paragraphs } = this.#report
    let headline = true
    try {
      for (let index = 0; index < paragraphs.length; index++) {
        const p = paragraphs[index]!
        if (p.role !== 'body' || (headline && this.#isHeadline(index))) continue
        headline = false
        this.#paragraph = index
        this.#hits = cueHits(this.#text, p.start, p.end)
        if (this.#speech || mayHoldSpeech(this.#text, p, this.#hits)) this.#readParagraph(p.start, p.end)
        else if (this.listing) this.#listEmptyOrders(p.start, p.end)
      }
      this.close()
    } finally {
      this.#stage.release()
    }
  }

  open(unit: Unit): void {
    this.unit = unit
  }

  extend(end: number, open: boolean): void {
    if (!this.unit) return
    this.unit.end = end
    this.unit.segments++
    this.unit.open = open
  }

  close(): void {
    if (this.unit) this.units.push(this.unit)
    this.unit = null
  }

  refuse(start: number, end: number, why: RefusalClass, rule: string): void {
    if (this.listing && end > start) this.refusals.push({ paragraph: this.#paragraph, start, end, class: why, rule })
  }

  /**
   * A line without a full stop above the first line that has one is headline, unless it is a verb on its own line (何某强调)
   * above its headings.
   */
  #isHeadline(index: number): boolean {
    const { paragraphs } = this.#report
    const p = paragraphs[index]!
    const next = paragraphs[index + 1]
    const has = (from: number, to: number) => this.#text.slice(from, to).includes('。')
    if (!next || p.end - p.start >= 60 || has(p.start, p.end)) return false
    if (!has(next.start, next.end)) return paragraphs.slice(index + 2).some((q) => has(q.start, q.end))
    const below = parseParagraph(this.#text, next.start, next.end)
    return openerOfClause(this.#text, below.clauses[0]!, below.opaque) === undefined
  }

  #readParagraph(start: number, end: number): void {
    const p = parseParagraph(this.#text, start, end)
    this.parsed.set(this.#paragraph, p)
    const carried = this.#speech !== null
    this.#stage.enter(p, this.#paragraph)
    this.#heard = null
    this.#tags = new Map()
    this.#outside = -1
    const labelled = this.#label(p)
    for (let s = labelled ? 1 : 0; s < p.sentences.length; s++) {
      const sentence = p.sentences[s]!
      const events = speechEvents(this.#text, p, sentence, this.#hits, this.#stage.cast)
      const outside = events.some((e) => p.clauses[e.clause]!.quote < 0)
      if (outside) this.#reported(p, sentence, s, events)
      else this.#plain(p, sentence, s, s === 0 && carried)
    }
    const heading = p.sentences.length === 1 && p.end - p.start <= 24
    if (!heading) this.close()
    if (this.#speech && this.#speech.speaker.standing !== 'speaks') this.#speech = null
    if (this.#speech && this.#speech.quote >= 0) this.#speech = { ...this.#speech, quote: CLOSED }
  }

  /** A speaker's label at the head of the paragraph: reads its first sentence. */
  #label(p: ParsedParagraph): boolean {
    const label = labelSpeaker(this.#text, p, this.#stage.cast)
    const sentence = p.sentences[0]
    if (!label || !sentence) return false
    this.#endSpeech()
    this.#stage.note(label.speaker.person)
    this.#speech = { speaker: label.speaker, cue: null, type: 'say', quote: -1, announced: null }
    this.#content(p, p.clauses.slice(label.clauses, sentence.to), 'marked')
    this.#expecting = label.clauses >= p.clauses.length
    return true
  }

  #endSpeech(): void {
    this.close()
    this.#speech = null
    this.#expecting = false
  }

  /** A sentence without a reporting verb: goes on with the speech, or tells something. */
  #plain(p: ParsedParagraph, sentence: Sentence, index: number, atHead: boolean): void {
    const first = p.clauses[sentence.from]!
    const called = p.speech.length > 0 && first.quote < 0 ? calledIn(this.#text, p, sentence, this.#stage) : null
    if (called) {
      this.#endSpeech()
      this.#stage.note(called.speech.speaker.person)
      this.#speech = called.speech
      this.#content(p, p.clauses.slice(called.clause, sentence.to), 'none')
    } else if (first.quote >= 0) this.#quoted(p, sentence, index)
    else if (!this.#speech) this.#tell(sentence)
    else {
      const list = segments(this.#text, p.clauses.slice(sentence.from, sentence.to), p.opaque)
      const opening = segmentOpener(list[0]!, this.unit !== null) ?? null
      if (this.#endsHere(p, sentence, opening) || (atHead && !this.#goesOn(p, sentence, opening))) {
        this.#endSpeech()
        this.#tell(sentence)
      } else if (this.#expecting) this.#read(list, 'marked')
      else if (atHead && !this.unit) this.#read(list, 'paragraph', opening)
      else this.#read(list, 'none', opening)
    }
  }

  /** Does the speech end before this sentence: narrative, a list of those present, or the words after a closed quotation? */
  #endsHere(p: ParsedParagraph, sentence: Sentence, opening: Opening | null): boolean {
    const first = p.clauses[sentence.from]!
    if (isPresence(this.#text, p, sentence)) return true
    if (words().otherNews.at(this.#text, first.start, first.end)) return true
    if (opening && first.quote < 0 && p.speech.length > 0 && isQuoted(p, sentence, opening.at)) return true
    if (this.#speech!.quote !== -1 && !opening) return true
    const cast = this.#stage.cast
    const opens = opening && (opening.start === first.start || !clauseSubject(this.#text, first.start, first.end, cast))
    return !opens && isNarrative(this.#text, p, sentence, cast)
  }

  /** Does a paragraph that begins so go on with the speech of the one before: with an opener, or a verb without a subject? */
  #goesOn(p: ParsedParagraph, sentence: Sentence, opening: Opening | null): boolean {
    if (opening || this.#expecting) return true
    const first = p.clauses[sentence.from]!
    const verb = strongImperativeAt(this.#text, skipTime(this.#text, first.start, first.end), first.end)
    if (!verb && !this.#matchesHeading(first)) return false
    return !isStatement(this.#text, p.clauses, sentence.from, sentence.to, p.opaque, false)
  }

  /** Is the clause built like the heading of the paragraph before (在工业强县上求突破 / 在乡村振兴上求突破)? */
  #matchesHeading(c: Clause): boolean {
    const last = this.units.at(-1)
    if (!last || last.paragraph !== this.#paragraph - 1 || last.speech !== this.#speech) return false
    const before = this.#report.paragraphs[last.paragraph]!.start
    return last.start === before && words().coverbs.at(this.#text, c.start, c.end)?.word === this.#text[before]
  }

  /** Speech in quotation marks: whose it is stands before it, or directly after it. */
  #quoted(p: ParsedParagraph, sentence: Sentence, index: number): void {
    const first = p.clauses[sentence.from]!
    this.#enterQuote(p, index, first.quote)
    const clauses = p.clauses.slice(sentence.from, sentence.to)
    const speech = this.#speech
    const wish = speechEvents(this.#text, p, sentence, this.#hits, this.#stage.cast)[0]
    if (!speech) this.refuse(first.start, clauses.at(-1)!.end, 'other-speaker', 'quotation-without-speaker')
    else if (wish && wish.start === first.start && speech.speaker.standing === 'speaks') {
      this.close()
      this.#speech = { ...speech, cue: wish.cue, type: 'exhort' }
      this.#content(p, [{ ...first, start: wish.contentStart }, ...clauses.slice(1)], 'direct')
      this.#speech = speech
    } else if (sentence.question) this.refuse(sentence.start, sentence.end, 'question', 'quotation')
    else this.#content(p, clauses, 'none')
  }

  /** Makes the speech of a quotation the one that is going on. */
  #enterQuote(p: ParsedParagraph, index: number, quote: number): void {
    if (this.#speech?.quote === quote) return
    this.close()
    if (this.#outside < index) this.#outside = nextOutside(p, index)
    // Quotations one after the other share the tag behind the last of them.
    let tag = this.#tags.get(this.#outside)
    if (tag === undefined) {
      tag = tagIn(this.#text, p, this.#outside, quote, this.#hits, this.#stage)
      this.#tags.set(this.#outside, tag)
    }
    this.#speech = tag && { ...tag, quote }
  }

  /** A sentence with reporting verbs: what stands before the first, then what each of them reports. */
  #reported(p: ParsedParagraph, sentence: Sentence, index: number, all: readonly SpeechEvent[]): void {
    let from = sentence.from
    const { quote } = p.clauses[from]!
    if (quote >= 0) {
      while (from < sentence.to && p.clauses[from]!.quote === quote) from++
      this.#enterQuote(p, index, quote)
      this.#content(p, p.clauses.slice(sentence.from, from), 'none')
    }
    const outer = this.#speech?.quote === -1 && this.#speech.speaker.standing === 'speaks' ? this.#speech : null
    const content = outer !== null && !isNarrative(this.#text, p, sentence, this.#stage.cast)
    const counts = words().counts.at(this.#text, p.clauses[sentence.from]!.start, sentence.end) !== undefined
    if (counts) all = all.filter((e) => e.subject)
    const events = withoutContentVerbs(p, content ? all.filter((e) => !isContentVerb(this.#text, p, sentence, e)) : all)
    const first = events[0]
    if (!first) {
      this.#plain(p, sentence, index, false)
      return
    }
    if (content && this.#elaborates(p, sentence, first))
      this.#content(p, clausesBefore(p, from, first), this.#expecting ? 'marked' : 'none')
    else this.close()
    events.forEach((event, k) => {
      this.#event(p, sentence, event, events[k + 1]?.clause ?? sentence.to)
    })
    this.#resume(outer, events)
  }

  /** Does the part of the sentence before its first reporting verb belong to the speech that is going on? */
  #elaborates(p: ParsedParagraph, sentence: Sentence, event: SpeechEvent): boolean {
    const first = p.clauses[sentence.from]!
    if (event.clause === sentence.from) return false
    if (openerOfClause(this.#text, first, p.opaque)) return true
    return this.unit !== null && strongImperativeAt(this.#text, first.start, first.end)
  }

  /** After a superior was quoted inside somebody's speech, that speech goes on with the next sentence. */
  #resume(outer: Speech | null, events: readonly SpeechEvent[]): void {
    const standing = this.#speech?.speaker.standing
    if (standing !== 'cited' && standing !== 'document') return
    const back = (events.length > 1 ? this.#heard : null) ?? outer
    if (back && this.#speech && this.#speech.quote < 0) this.#speech = back
  }

  #event(p: ParsedParagraph, sentence: Sentence, event: SpeechEvent, to: number): void {
    this.close()
    const own = p.clauses[event.clause]!
    const outer = this.#heard
    const speaker = this.#stage.speakerOf(event, sentence, this.#speech?.speaker ?? null)
    this.#stage.note(speaker.person)
    if (event.empty) this.refuse(own.start, own.end, event.empty === 'thanks' ? 'thanks' : 'empty-order', event.empty)
    const inside = event.contentClause < sentence.to
    const quote = inside ? p.clauses[event.contentClause]!.quote : -1
    this.#speech = {
      speaker,
      cue: event.cue,
      type: event.type,
      quote,
      announced: event.announced,
      addressed: event.addressed,
    }
    if (speaker.standing === 'speaks') this.#heard = this.#speech
    this.#expecting = !inside
    if (!inside || event.empty === 'thanks' || event.empty === 'importance') return
    const act = actFrom(this.#text, p, event, to)
    if (act < to)
      this.refuse(p.clauses[act]!.start, p.clauses[to - 1]!.markEnd, actClass(this.#text, p.clauses[act]!), 'own-act')
    to = act
    const rest = p.clauses.slice(event.direct ? event.contentClause + 1 : event.contentClause, to)
    const clauses = event.direct ? [{ ...own, start: event.contentStart }, ...rest] : rest
    const back = speaker.standing === 'cited' && quote < 0 && outer ? backFrom(this.#text, clauses, p) : clauses.length
    this.#content(p, clauses.slice(0, back), event.direct ? 'direct' : event.empty ? 'none' : 'marked')
    if (back === clauses.length) return
    this.#speech = outer
    this.#content(p, clauses.slice(back), 'none')
  }

  #content(p: ParsedParagraph, clauses: readonly Clause[], head: Head): void {
    if (this.#speech && clauses.length > 0) this.#read(segments(this.#text, clauses, p.opaque), head)
  }

  /** Attributed speech: read for units where the speaker gives directives, else refused with the class of the speaker. */
  #read(list: readonly Segment[], head: Head, known?: Opening | null): void {
    const speech = this.#speech!
    this.#expecting = false
    const { standing, how } = speech.speaker
    const { clauses, start } = list[0]!
    const { end } = list.at(-1)!
    if (standing !== 'speaks') {
      this.close()
      if (!this.listing) return
      const promises = standing === 'other' && promisesIn(this.#text, clauses)
      this.refuse(start, end, promises ? 'promise-upward' : refusalOf[standing], how)
    } else if (speech.type === 'say' && isAnswer(this.#text, speech, start, end, this.#stage.cast)) {
      this.close()
      this.refuse(start, end, 'promise-upward', 'answer')
    } else if (speech.cue !== null && words().informing.has(speech.cue)) {
      this.close()
      this.refuse(start, end, 'plan-of-speaker', 'informing')
    } else if (speech.cue === '希望' && this.#receives && toGuests(this.#text, start, end)) {
      this.close()
      this.refuse(start, end, 'wish', 'reception')
    } else readContent(list, speech, this.#paragraph, head, this, known)
  }

  get #receives(): boolean {
    this.#reception ??= isReception(this.#report)
    return this.#reception
  }

  #tell(sentence: Sentence): void {
    this.#stage.tell(sentence)
    if (this.listing) this.#listEmptyOrders(sentence.start, sentence.end)
  }

  /** 就有关工作作了安排部署 in narrative: instructions are named and not given. */
  #listEmptyOrders(start: number, end: number): void {
    const at = findWord(words().emptyOrders, this.#text, start, end)
    if (at < 0) return
    const p = parseParagraph(this.#text, start, end)
    const c = p.clauses.find((x) => x.start <= at && at < x.end)
    if (c) this.refuse(c.start, c.markEnd, 'empty-order', 'narrative')
  }
}

/** The clauses from `from` to a reporting verb, its own cut off where it begins. */
function clausesBefore(p: ParsedParagraph, from: number, event: SpeechEvent): Clause[] {
  const out = p.clauses.slice(from, event.clause)
  const own = p.clauses[event.clause]!
  if (own.start < event.start && !event.subject && !event.marked) out.push({ ...own, end: event.start, mark: 'quote' })
  return out
}

/** 党某连连点头，“我们一定要…”: the opener stands in a quotation that the sentence does not begin with; somebody else says it. */
const isQuoted = (p: ParsedParagraph, sentence: Sentence, at: number): boolean =>
  p.clauses.slice(sentence.from, sentence.to).some((c) => c.quote >= 0 && c.start <= at && at < c.end)

/** 总书记指出，教育是根本，|我们要深入学习: where the one who quotes a superior goes on himself; the number of clauses where he does not. */
function backFrom(text: string, clauses: readonly Clause[], p: ParsedParagraph): number {
  const at = clauses.findIndex((c, k) => k > 0 && text.startsWith('我们', c.start) && openerOfClause(text, c, p.opaque))
  return at < 0 ? clauses.length : at
}

/** The clause before `to` with which the speaker's own act begins (…，并观看了演练), or `to`. */
function actFrom(text: string, p: ParsedParagraph, event: SpeechEvent, to: number): number {
  for (let k = event.contentClause + 1; k < to; k++) if (isOwnAct(text, p.clauses[k]!)) return k
  return to
}

/** 将, 会, 愿 at the head of one of the clauses, or after a short subject (我们将). */
function promisesIn(text: string, clauses: readonly Clause[]): boolean {
  return clauses.some((c) => {
    for (let i = c.start; i < Math.min(c.end, c.start + 8); i++) if (isFuture(text, i, c.end)) return true
    return false
  })
}

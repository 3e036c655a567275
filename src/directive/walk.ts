import type { Person, Report } from '../report/report'
import type { Head } from './bare-imperative'
import { Cast } from './cast'
import { isFuture, isStatement, skipTime, strongImperativeAt } from './clause-kind'
import { type CueHit, cueHits } from './cue-finder'
import { enumeratorAt } from './enumerator'
import { labelSpeaker } from './label'
import { isNarrative, isPresence } from './narrative'
import { type Opening, openerOfClause } from './opener'
import { type Clause, type ParsedParagraph, parseParagraph, type Sentence } from './paragraph'
import { type ContentSink, readContent, segmentOpener } from './read-content'
import type { Refusal, RefusalClass } from './refusal'
import { mayHoldSpeech } from './relevant'
import { type Segment, segments } from './segment'
import { asHost, type Context, decideSpeaker, type Speaker, type Standing } from './speaker'
import { type SpeechEvent, speechEvents } from './speech-event'
import { clauseSubject, type Subject } from './subject'
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

/**
 * Reads a report paragraph by paragraph with the state that attribution needs: whose speech is going on, who acted last,
 * which unit is open. One pass; every sentence is looked at once.
 */
export class Walk implements ContentSink {
  readonly units: Unit[] = []
  readonly refusals: Refusal[] = []
  readonly parsed = new Map<number, ParsedParagraph>()
  unit: Unit | null = null
  readonly #text: string
  #players: Cast | null = null
  readonly #report: Report
  #paragraph = 0
  #hits: readonly CueHit[] = []
  #speech: Speech | null = null
  #inParagraph: Person | null = null
  #before: Person | null = null
  #expecting = false
  /** Last speech of an official in this paragraph. */
  #heard: Speech | null = null

  /** Sentences of narrative in this paragraph, not yet asked who acts in them. */
  #told: Sentence[] = []
  /** Speech that the tag behind a quotation attributes, by quotation. */
  #tags = new Map<number, Speech | null>()
  /** Where the part of the text begins that nobody was looked for in. */
  #unread = 0
  readonly listing: boolean

  /** @param review also list empty orders in narrative */
  constructor(report: Report, review = false) {
    this.#report = report
    this.#text = report.clean.text
    this.listing = review
  }

  get #cast(): Cast {
    return (this.#players ??= new Cast(this.#text, this.#report.people, this.#report.paragraphs))
  }

  /** Reads all body paragraphs from the first one that has a full stop: what stands before it is headline. */
  run(): void {
    const { paragraphs } = this.#report
    let headline = true
    paragraphs.forEach((p, index) => {
      if (p.role !== 'body') return
      if (headline && this.#isHeadline(index)) return
      headline = false
      const hits = cueHits(this.#text, p.start, p.end)
      if (!this.#speech && !mayHoldSpeech(this.#text, p, hits)) return
      this.#paragraph = index
      this.#hits = hits
      this.#readParagraph(p.start, p.end)
    })
    this.close()
    this.#players?.release()
  }

  /** A line without a full stop above the first line that has one, unless it is a verb on its own line (何某强调) above its headings. */
  #isHeadline(index: number): boolean {
    const { paragraphs } = this.#report
    const p = paragraphs[index]!
    const next = paragraphs[index + 1]
    const stop = this.#text.indexOf('。', p.start)
    if (!next || p.end - p.start >= 60 || (stop >= 0 && stop < p.end)) return false
    if (stop < 0 || stop >= next.end) return stop >= 0
    const below = parseParagraph(this.#text, next.start, next.end)
    return openerOfClause(this.#text, below.clauses[0]!, below.opaque) === undefined
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

  #readParagraph(start: number, end: number): void {
    const p = parseParagraph(this.#text, start, end)
    this.parsed.set(this.#paragraph, p)
    const carried = this.#speech
    this.#inParagraph = null
    this.#heard = null
    this.#told = []
    this.#tags = new Map()
    let from = 0
    const label = labelSpeaker(this.#text, p, this.#cast)
    if (label) {
      this.#endSpeech()
      this.#speech = { speaker: label.speaker, cue: null, type: 'say', quote: -1, announced: null }
      this.#expecting = label.clauses >= p.clauses.length
      const sentence = p.sentences[0]
      if (sentence) this.#content(p, p.clauses.slice(label.clauses, sentence.to), 'marked')
      from = 1
    }
    for (let s = from; s < p.sentences.length; s++) {
      const sentence = p.sentences[s]!
      const events = speechEvents(this.#text, p, sentence, this.#hits, this.#cast)
      if (events.every((e) => p.clauses[e.clause]!.quote >= 0)) this.#plain(p, sentence, s, s === 0 && carried !== null)
      else this.#reported(p, sentence, s, events)
    }
    if (!this.#carriesOn(p)) this.close()
    if (this.#speech && this.#speech.speaker.standing !== 'speaks') this.#speech = null
    if (this.#speech && this.#speech.quote >= 0) this.#speech = { ...this.#speech, quote: -2 }
  }

  /** A heading on its own line keeps its unit open for the paragraph below. */
  #carriesOn(p: ParsedParagraph): boolean {
    return this.unit !== null && p.sentences.length === 1 && p.end - p.start <= 24
  }

  #endSpeech(): void {
    this.close()
    this.#speech = null
    this.#expecting = false
  }

  /** A sentence without a reporting verb: goes on with the speech, or tells something. */
  #plain(p: ParsedParagraph, sentence: Sentence, index: number, atHead: boolean): void {
    const first = p.clauses[sentence.from]!
    if (first.quote >= 0) return this.#quoted(p, sentence, index)
    const speech = this.#speech
    if (!speech) return this.#tell(p, sentence)
    const list = segments(this.#text, p.clauses.slice(sentence.from, sentence.to), p.opaque)
    const opening = segmentOpener(list[0]!, this.unit !== null) ?? null
    const opens =
      opening !== null &&
      (opening.start === first.start || !clauseSubject(this.#text, first.start, first.end, this.#cast))
    if (isPresence(this.#text, p, sentence) || (!opens && isNarrative(this.#text, p, sentence, this.#cast))) {
      this.#endSpeech()
      return this.#tell(p, sentence)
    }
    if (speech.quote !== -1 && !opening) {
      this.#endSpeech()
      return this.#tell(p, sentence)
    }
    if (atHead) {
      const at = skipTime(this.#text, first.start, first.end)
      const goesOn = opening || this.#expecting || enumeratorAt(this.#text, first.start, first.end + 1)
      const verbFirst =
        strongImperativeAt(this.#text, at, first.end) &&
        !isStatement(this.#text, p.clauses, sentence.from, sentence.to, p.opaque, false)
      if (!goesOn && !verbFirst) {
        this.#endSpeech()
        return this.#tell(p, sentence)
      }
      if (!goesOn && this.unit) return this.#read(list, 'none', opening)
      this.close()
      return this.#read(list, this.#expecting ? 'marked' : 'paragraph')
    }
    this.#read(list, this.#expecting ? 'marked' : 'none', opening)
  }

  /** Speech in quotation marks: whose it is stands before it, or directly after it. */
  #quoted(p: ParsedParagraph, sentence: Sentence, index: number): void {
    const first = p.clauses[sentence.from]!
    const quote = first.quote
    if (!this.#speech || this.#speech.quote !== quote) {
      this.close()
      this.#speech = this.#tagOf(p, index, quote)
    }
    const clauses = p.clauses.slice(sentence.from, sentence.to)
    const wish = speechEvents(this.#text, p, sentence, this.#hits, this.#cast)[0]
    const heard = this.#speech
    if (wish && heard && wish.start === first.start && heard.speaker.standing === 'speaks') {
      this.close()
      this.#speech = { ...heard, cue: wish.cue, type: 'exhort' }
      this.#content(p, [{ ...first, start: wish.contentStart }, ...clauses.slice(1)], 'direct')
      this.#speech = heard
      return
    }
    if (sentence.question) return this.refuse(sentence.start, sentence.end, 'question', 'quotation')
    if (!this.#speech)
      return this.refuse(clauses[0]!.start, clauses.at(-1)!.end, 'other-speaker', 'quotation-without-speaker')
    this.#content(p, clauses, 'none')
  }

  /**
   * The speech that a tag behind quotation `quote` attributes, read from the next sentence outside it: “…。”李明说, or
   * “…。”李明叮嘱负责人，…. Where that sentence only has an official act (边看边问), the quotation is taken to be his, without a verb.
   */
  #tagOf(p: ParsedParagraph, index: number, quote: number): Speech | null {
    let tag = this.#tags.get(quote)
    if (tag === undefined) this.#tags.set(quote, (tag = this.#tagAfter(p, index, quote)))
    return tag
  }

  #tagAfter(p: ParsedParagraph, index: number, quote: number): Speech | null {
    for (let s = index; s < p.sentences.length; s++) {
      const sentence = p.sentences[s]!
      const outside = p.clauses.slice(sentence.from, sentence.to).find((c) => c.quote < 0)
      if (!outside) continue
      for (const event of speechEvents(this.#text, p, sentence, this.#hits, this.#cast)) {
        if (event.empty) break
        const content = p.clauses[event.contentClause]
        const tags = event.contentClause >= sentence.to || (content && content.quote >= 0 && content.quote !== quote)
        const speaker = this.#speakerOf(p, sentence, event)
        if (!tags && speaker.type !== 'official') break
        return { speaker, cue: event.cue, type: event.type === 'order' ? 'say' : event.type, quote, announced: null }
      }
      for (let k = sentence.from; k < sentence.to; k++) {
        const c = p.clauses[k]!
        const subject = c.quote < 0 ? clauseSubject(this.#text, c.start, c.end, this.#cast) : undefined
        if (subject?.kind !== 'official' && subject?.kind !== 'pronoun') continue
        const speaker = decideSpeaker(subject, true, this.#context())
        return { speaker, cue: null, type: 'say', quote, announced: null }
      }
      return null
    }
    return null
  }

  /** A sentence with reporting verbs: what stands before the first, then what each of them reports. */
  #reported(p: ParsedParagraph, sentence: Sentence, index: number, all: readonly SpeechEvent[]): void {
    const first = p.clauses[sentence.from]!
    let from = sentence.from
    if (first.quote >= 0) {
      const inside = first.quote
      let to = from
      while (to < sentence.to && p.clauses[to]!.quote === inside) to++
      const speech = this.#speech?.quote === inside ? this.#speech : this.#tagOf(p, index, inside)
      this.close()
      this.#speech = speech
      if (speech) this.#content(p, p.clauses.slice(from, to), 'none')
      from = to
    }
    const goesOn = this.#speech !== null && this.#speech.quote === -1 && this.#speech.speaker.standing === 'speaks'
    const narrative = goesOn && isNarrative(this.#text, p, sentence, this.#cast)
    const events = goesOn ? all.filter((e) => !this.#isContentVerb(p, sentence, e, narrative)) : [...all]
    if (events.length === 0) return this.#plain(p, sentence, index, false)
    dropContentVerbs(events)
    const opened = goesOn && !narrative && this.#isContent(p, sentence, events[0]!)
    if (opened)
      this.#content(
        p,
        clip(p.clauses.slice(from, events[0]!.clause + 1), events[0]!, p),
        this.#expecting ? 'marked' : 'none',
      )
    else this.close()
    const outer = goesOn ? this.#speech : null
    events.forEach((event, k) => {
      const next = events[k + 1]
      this.#event(p, sentence, event, next ? next.clause : sentence.to)
    })
    this.#resume(outer, sentence, events)
  }

  /** After a superior was quoted inside somebody's speech, that speech goes on with the next sentence. */
  #resume(outer: Speech | null, sentence: Sentence, events: readonly SpeechEvent[]): void {
    const cited = this.#speech?.speaker.standing
    if (cited !== 'cited' && cited !== 'document') return
    const speaking = events.length > 1 ? this.#heard : null
    const back = speaking ?? outer
    if (back && this.#speech && this.#speech.quote < 0) this.#speech = back
  }

  /** Is the verb only a part of what is said? */
  #isContentVerb(p: ParsedParagraph, sentence: Sentence, e: SpeechEvent, narrative: boolean): boolean {
    const w = words()
    if (e.type === 'say' && /[我咱]们$/.test(e.subject?.form ?? '')) return true
    if (e.subject || e.marked || narrative || !w.contentVerbs.has(e.cue)) return false
    if (e.clause > sentence.from) return true
    if (!w.contentVerbsAtHead.has(e.cue)) return false
    return (
      !e.direct ||
      openerOfClause(this.#text, { ...p.clauses[e.clause]!, start: e.contentStart }, p.opaque) === undefined
    )
  }

  /** Does the part of the sentence before its first reporting verb belong to the speech that is going on? */
  #isContent(p: ParsedParagraph, sentence: Sentence, event: SpeechEvent): boolean {
    const first = p.clauses[sentence.from]!
    const text = this.#text
    if (event.clause === sentence.from) return false
    if (openerOfClause(text, first, p.opaque)) return true
    return this.unit !== null && strongImperativeAt(text, first.start, first.end)
  }

  #event(p: ParsedParagraph, sentence: Sentence, event: SpeechEvent, to: number): void {
    this.close()
    const speaker = this.#speakerOf(p, sentence, event)
    this.#note(speaker.person)
    if (event.empty) {
      const why: RefusalClass = event.empty === 'thanks' ? 'thanks' : 'empty-order'
      this.refuse(p.clauses[event.clause]!.start, p.clauses[event.clause]!.end, why, event.empty)
    }
    const content = p.clauses[event.contentClause]
    const quote = content && event.contentClause < sentence.to ? content.quote : -1
    this.#speech = { speaker, cue: event.cue, type: event.type, quote, announced: event.announced }
    if (speaker.standing === 'speaks') this.#heard = this.#speech
    this.#expecting = event.contentClause >= sentence.to
    if (this.#expecting || event.empty === 'thanks' || event.empty === 'importance') return
    const clauses = p.clauses.slice(event.contentClause, Math.max(to, event.contentClause))
    if (event.direct) clauses[0] = { ...p.clauses[event.clause]!, start: event.contentStart }
    if (event.direct && clauses.length === 0) clauses.push({ ...p.clauses[event.clause]!, start: event.contentStart })
    this.#content(p, clauses, event.direct ? 'direct' : event.empty ? 'none' : 'marked')
  }

  #speakerOf(p: ParsedParagraph, sentence: Sentence, event: SpeechEvent): Speaker {
    let subject: Subject | undefined = event.subject
    for (let k = event.clause - 1; !subject && k >= sentence.from; k--) {
      const c = p.clauses[k]!
      if (c.quote < 0) subject = clauseSubject(this.#text, c.start, c.end, this.#cast)
    }
    const unsaid = event.type === 'say' && !subject && this.#text[event.start - 1] !== '并' && !event.marked
    if (unsaid) subject = { kind: 'unknown', form: '', end: event.start }
    const speaker = decideSpeaker(subject, event.subject !== undefined, this.#context())
    return event.type === 'say' ? asHost(speaker, this.#cast) : speaker
  }

  #context(): Context {
    this.#hearTold()
    return {
      cast: this.#cast,
      text: this.#text,
      inParagraph: this.#inParagraph,
      before: this.#lastBefore(),
      current: this.#speech?.speaker ?? null,
    }
  }

  #content(p: ParsedParagraph, clauses: readonly Clause[], head: Head): void {
    if (this.#speech && clauses.length > 0) this.#read(segments(this.#text, clauses, p.opaque), head)
  }

  /** Attributed speech: read for units where the speaker gives directives, else refused with the class of the speaker. */
  #read(list: readonly Segment[], head: Head, known?: Opening | null): void {
    const speech = this.#speech
    if (!speech) return
    this.#expecting = false
    const { standing } = speech.speaker
    const { clauses } = list[0]!
    if (standing !== 'speaks') {
      this.close()
      if (!this.listing) return
      const why = standing === 'other' && promisesIn(this.#text, clauses) ? 'promise-upward' : refusalOf[standing]
      return this.refuse(list[0]!.start, list.at(-1)!.end, why, speech.speaker.how)
    }
    if (speech.type === 'say' && this.#answers(speech.speaker, clauses)) {
      this.close()
      return this.refuse(list[0]!.start, list.at(-1)!.end, 'promise-upward', 'names-the-leader')
    }
    readContent(list, speech, this.#paragraph, head, this, known)
  }

  /** Does somebody else than the leading official plainly say what he will do about that official's words (要落实李书记要求)? */
  #answers(speaker: Speaker, clauses: readonly Clause[]): boolean {
    const { principal } = this.#cast
    if (!principal || speaker.type !== 'official' || speaker.person === principal) return false
    const named = this.#cast.mentions(this.#text, clauses[0]!.start, clauses.at(-1)!.end)
    return named.some((m) => m.person === principal)
  }

  /** A sentence of narrative: who acts in it is asked only when somebody must be known. */
  #tell(p: ParsedParagraph, sentence: Sentence): void {
    this.#told.push(sentence)
    if (!this.listing) return
    const empty = findWord(words().emptyOrders, this.#text, sentence.start, sentence.end)
    if (empty < 0) return
    const c = p.clauses.find((x) => x.start <= empty && empty < x.end)
    if (c) this.refuse(c.start, c.markEnd, 'empty-order', 'narrative')
  }

  /** Reads who acts in the narrative of this paragraph so far. */
  #hearTold(): void {
    const p = this.parsed.get(this.#paragraph)
    for (const sentence of this.#told) {
      const person = p ? this.#actorOf(p, sentence) : null
      if (person) this.#note(person)
    }
    this.#told = []
  }

  #actorOf(p: ParsedParagraph, sentence: Sentence): Person | null {
    for (let k = sentence.from; k < sentence.to; k++) {
      const c = p.clauses[k]!
      if (c.quote >= 0) continue
      const subject = clauseSubject(this.#text, c.start, c.end, this.#cast)
      if (subject?.kind === 'official') return subject.person
    }
    if (this.#inParagraph) return null
    return this.#cast.mentions(this.#text, sentence.start, sentence.end).find((m) => !m.person.attendee)?.person ?? null
  }

  /** Who last spoke or acted before this paragraph: the last one noted, or one named since in what was passed over. */
  #lastBefore(): Person | null {
    const start = this.#report.paragraphs[this.#paragraph]!.start
    const named = this.#unread < start ? this.#cast.lastNamed(this.#text, this.#unread, start) : null
    return named ?? this.#before ?? this.#cast.principal
  }

  #note(person: Person | null): void {
    if (!person) return
    this.#inParagraph = person
    this.#before = person
    this.#unread = this.#report.paragraphs[this.#paragraph]!.end
  }
}

/** Removes verbs that stand inside the content of an earlier verb of the sentence: 强调要支持创业，鼓励机构…. */
function dropContentVerbs(events: SpeechEvent[]): void {
  const w = words()
  for (let k = 1; k < events.length; ) {
    const before = events[k - 1]!
    const e = events[k]!
    const inside =
      !before.empty && before.type !== 'say' && before.contentClause <= e.clause && before.clause < e.clause
    const kind = e.subject?.kind
    const nobody = before.type === 'say' && (kind === 'document' || kind === 'unknown' || kind === 'citizen')
    if (nobody && w.nounable.has(e.cue)) events.splice(k, 1)
    else if (inside && !e.subject && !e.marked && w.contentVerbs.has(e.cue)) events.splice(k, 1)
    else k++
  }
}

/** The clauses before an event, the last cut off where the event's own subject or verb begins. */
function clip(clauses: readonly Clause[], event: SpeechEvent, p: ParsedParagraph): Clause[] {
  const out = clauses.slice(0, -1)
  const own = p.clauses[event.clause]!
  if (own.start < event.start && !event.subject && !event.marked) out.push({ ...own, end: event.start, mark: 'quote' })
  return out
}

/** 将, 会, 愿 at the head of one of the clauses, or after a short subject (我们将). */
function promisesIn(text: string, clauses: readonly Clause[]): boolean {
  return clauses.some((c) => {
    for (let i = c.start; i < Math.min(c.end, c.start + 8); i++) if (isFuture(text, i, c.end)) return true
    return false
  })
}

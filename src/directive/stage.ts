import type { Person, Report } from '../report/report'
import { Cast } from './cast'
import { guestBefore } from './guest'
import type { ParsedParagraph, Sentence } from './paragraph'
import { asHost, type Context, decideSpeaker, type Speaker } from './speaker'
import type { SpeechEvent } from './speech-event'
import { audienceAt, citizenIn, clauseSubject, type Subject } from './subject'

/**
 * Who acted and who spoke so far: what 他 and a dropped subject refer to. Narrative is only remembered; who acts in it is read
 * when somebody must be known.
 */
export class Stage {
  readonly #text: string
  readonly #report: Report
  #cast: Cast | null = null
  #paragraph: ParsedParagraph | null = null
  #index = 0
  /** Official who last acted or spoke in this paragraph. */
  #here: Person | null = null
  /** Official who last acted or spoke at all. */
  #last: Person | null = null
  #told: Sentence[] = []
  /** Where the part of the text begins in which nobody has been looked for. */
  #unread = 0
  #sentence: Sentence | null = null
  #readTo = 0
  #subject: Subject | undefined

  constructor(report: Report) {
    this.#report = report
    this.#text = report.clean.text
  }

  get cast(): Cast {
    this.#cast ??= new Cast(this.#text, this.#report.people, this.#report.paragraphs)
    return this.#cast
  }

  /** Call once the report is read. */
  release(): void {
    this.#cast?.release()
  }

  enter(paragraph: ParsedParagraph, index: number): void {
    this.#paragraph = paragraph
    this.#index = index
    this.#here = null
    this.#told = []
  }

  /** An official acts or speaks. */
  note(person: Person | null): void {
    if (!person) return
    this.#here = person
    this.#last = person
    this.#unread = this.#report.paragraphs[this.#index]!.end
  }

  /** A sentence of narrative. */
  tell(sentence: Sentence): void {
    this.#told.push(sentence)
  }

  /** What is known when a speaker must be decided; `current` is the speaker whose speech is going on. */
  context(current: Speaker | null): Context {
    this.#readTold()
    return {
      cast: this.cast,
      text: this.#text,
      inParagraph: this.#here,
      before: () => this.#lastBefore(),
      current,
    }
  }

  /** The speaker of an event: the subject printed at the verb, else the last one in its sentence, else whoever is on stage. */
  speakerOf(event: SpeechEvent, sentence: Sentence, current: Speaker | null): Speaker {
    let subject: Subject | undefined = event.subject ?? this.#subjectBefore(event.clause, sentence)
    const says = event.type === 'say'
    if (says && subject?.kind === 'pronoun' && event.clause > sentence.from) {
      const first = this.#paragraph!.clauses[sentence.from]!
      if (!clauseSubject(this.#text, first.start, first.end, this.cast))
        subject = citizenIn(this.#text, first.start, first.end) ?? subject
    }
    if (says && subject?.kind === 'pronoun' && event.clause === sentence.from)
      subject = guestBefore(this.#text, this.#paragraph!, sentence, this.cast) ?? subject
    // 表示 without any subject in its sentence: those who were spoken to, as a rule; with 并 it goes on.
    if (says && !subject && !event.marked) subject = { kind: 'unknown', form: '', end: event.start }
    const speaker = decideSpeaker(subject, event.subject !== undefined, this.context(current))
    return says ? asHost(speaker, this.cast) : speaker
  }

  /** The last subject in the clauses of a sentence before clause `to`. Each clause is read once, whatever the number of verbs. */
  #subjectBefore(to: number, sentence: Sentence): Subject | undefined {
    const p = this.#paragraph!
    if (this.#sentence !== sentence || this.#readTo > to) {
      this.#sentence = sentence
      this.#readTo = sentence.from
      this.#subject = undefined
    }
    for (; this.#readTo < to; this.#readTo++) {
      const c = p.clauses[this.#readTo]!
      if (c.quote < 0)
        this.#subject =
          clauseSubject(this.#text, c.start, c.end, this.cast) ??
          audienceAt(this.#text, c.start, c.end) ??
          this.#subject
    }
    return this.#subject
  }

  #readTold(): void {
    for (const sentence of this.#told) this.note(this.#actorOf(sentence))
    this.#told = []
  }

  #actorOf(sentence: Sentence): Person | null {
    const p = this.#paragraph!
    for (let k = sentence.from; k < sentence.to; k++) {
      const c = p.clauses[k]!
      if (c.quote >= 0) continue
      const subject = clauseSubject(this.#text, c.start, c.end, this.cast)
      if (subject?.kind === 'official') return subject.person
    }
    if (this.#here) return null
    return this.cast.mentions(this.#text, sentence.start, sentence.end).find((m) => !m.person.attendee)?.person ?? null
  }

  /** Who last spoke or acted before this paragraph: the last one noted, or one named since in what was passed over. */
  #lastBefore(): Person | null {
    const { start } = this.#report.paragraphs[this.#index]!
    const named = this.#unread < start ? this.cast.lastNamed(this.#text, this.#unread, start) : null
    return named ?? this.#last ?? this.cast.principal
  }
}

import type { Person } from '../report/report'
import type { Cast } from './cast'
import type { SourceType } from './directive'
import type { Subject } from './subject'

/** What the speech of a speaker counts as. Only `speaks` gives directives. */
export type Standing = 'speaks' | 'host' | 'cited' | 'audience' | 'citizen' | 'document' | 'other'

/** Who speaks, as decided. */
export interface Speaker {
  readonly source: string | null
  readonly title: string | null
  readonly type: SourceType
  readonly form: string | null
  readonly person: Person | null
  readonly standing: Standing
  /** Part of the rule id: how the speaker was found. */
  readonly how: 'named' | 'pronoun' | 'title' | 'meeting' | 'group' | 'inherited' | 'label'
}

const nobody: Speaker = {
  source: null,
  title: null,
  type: 'unknown',
  form: null,
  person: null,
  standing: 'speaks',
  how: 'inherited',
}

/** An official as speaker; a superior who is only quoted is `cited`. */
export function official(person: Person, form: string | null, how: Speaker['how'], cast: Cast, text: string): Speaker {
  const standing = isCited(person, cast, text) ? 'cited' : 'speaks'
  return { source: person.name, title: person.title, type: 'official', form, person, standing, how }
}

const actingVerbs =
  /^(?:一行|先后|来到|走进|主持|出席|带队|率队|率|深入|前往|赴|到|察看|查看|实地|调研|考察|会见|听取|认真|详细|并讲话|作讲话|在[^，。]{1,20}(?:调研|考察|检查|走访)，)/

/**
 * Is the official a superior who is quoted (省委书记X在全省会议上强调) and not one whom the report is about? He outranks the
 * report's leading official and is nowhere the subject of an action.
 */
function isCited(person: Person, cast: Cast, text: string): boolean {
  let cited = cast.cited.get(person)
  if (cited === undefined) cast.cited.set(person, (cited = onlyQuoted(person, cast, text)))
  return cited
}

function onlyQuoted(person: Person, cast: Cast, text: string): boolean {
  const principal = cast.principal
  if (!principal || person === principal) return false
  if (cast.level(person) <= cast.level(principal) || cast.level(principal) === 0) return false
  if (cast.level(person) >= 10) return true
  for (let i = text.indexOf(person.name); i >= 0; i = text.indexOf(person.name, i + person.name.length)) {
    const end = i + person.name.length
    if (actingVerbs.test(text.slice(end, end + 26))) return false
  }
  return true
}

/** What the walk knows when a speaker must be decided. */
export interface Context {
  readonly cast: Cast
  readonly text: string
  /** Official who last acted or spoke in this paragraph. */
  readonly inParagraph: Person | null
  /** Official who last spoke, else last acted, before; looked for when asked. */
  readonly before: () => Person | null
  /** The speech that is going on. */
  readonly current: Speaker | null
}

/** The speaker of an event whose printed subject (its own or its sentence's) is `subject`. */
export function decideSpeaker(subject: Subject | undefined, own: boolean, context: Context): Speaker {
  const { cast, text, current } = context
  if (!subject) {
    if (current && current.standing === 'speaks') return { ...current, form: null, how: 'inherited' }
    const person = context.inParagraph ?? context.before()
    return person ? official(person, null, 'inherited', cast, text) : { ...nobody, standing: 'other' }
  }
  const form = subject.form
  switch (subject.kind) {
    case 'official':
      return official(subject.person, form, own ? 'named' : 'inherited', cast, text)
    case 'pronoun': {
      const person = context.inParagraph ?? context.before() ?? cast.principal
      return person ? official(person, form, 'pronoun', cast, text) : { ...nobody, form }
    }
    case 'title': {
      const person = cast.byTitle(form)
      return person ? official(person, form, 'title', cast, text) : { ...nobody, form, title: form, how: 'title' }
    }
    case 'meeting':
      return { ...nobody, source: '会议', type: 'meeting', form, how: 'meeting' }
    case 'superior':
      return { ...nobody, source: form, form, standing: leads(cast, 10) ? 'speaks' : 'cited', how: 'named' }
    case 'group': {
      const cited = subject.level > 0 && !leads(cast, subject.level)
      return { ...nobody, source: form, type: 'group', form, standing: cited ? 'cited' : 'speaks', how: 'group' }
    }
    case 'unknown':
      return { ...nobody, source: form, form, standing: 'other', how: 'named' }
    default:
      return { ...nobody, source: form, form, standing: subject.kind, how: 'named' }
  }
}

/** Is the report about officials of this level or a higher one, so that a body of the level is no superior in it? */
function leads(cast: Cast, level: number): boolean {
  const own = cast.level(cast.principal)
  return own === 0 ? level < 8 : own >= level
}

/** Does an official of lower rank than the report's leading one speak plainly (表示 说)? Then he answers as host. */
export function asHost(speaker: Speaker, cast: Cast): Speaker {
  const principal = cast.principal
  if (speaker.type !== 'official' || !speaker.person || !principal || speaker.person === principal) return speaker
  if (cast.level(speaker.person) >= cast.level(principal)) return speaker
  return { ...speaker, standing: speaker.standing === 'speaks' ? 'host' : speaker.standing }
}

import type { Mention } from '../../mention/mention'
import type { Study } from '../../observation/study'

/** The sentences behind the numbers, each stored once; a mention is a place in one of them. */
export interface Sentences {
  /** `[report, text]` */
  readonly sentences: readonly (readonly [number, string])[]
  /** `[sentence, start, end]`, in the order of {@link Sentences.index}. */
  readonly places: readonly (readonly [number, number, number])[]
  /** Mention id → position in `places`. */
  readonly index: ReadonlyMap<string, number>
}

const END = new Set('。！？；\n')
/** Longest stretch shown on either side when a text has no sentence marks. */
const REACH = 160

/**
 * Cuts the sentence around every mention out of the report's cleaned text. Without the text (a study coded with `--no-text`) the
 * mention's own form is all there is to show.
 */
export function sentencesOf(study: Study): Sentences {
  const reportIndex = new Map(study.reports.map((r, i) => [r.id, i]))
  const sentences: [number, string][] = []
  const known = new Map<string, number>()
  const places: [number, number, number][] = []
  const index = new Map<string, number>()
  for (const mention of study.mentions) {
    const r = reportIndex.get(mention.reportId)
    if (r === undefined) continue
    const text = study.reports[r]!.text
    const [from, to] = text ? sentenceAround(text, mention) : [mention.cleanStart, mention.cleanEnd]
    const key = `${r}:${from}:${to}`
    let s = known.get(key)
    if (s === undefined) {
      s = sentences.length
      known.set(key, s)
      sentences.push([r, text ? text.slice(from, to) : mention.form])
    }
    index.set(mention.id, places.length)
    places.push([s, mention.cleanStart - from, mention.cleanEnd - from])
  }
  return { sentences, places, index }
}

function sentenceAround(text: string, mention: Mention): [number, number] {
  let from = mention.cleanStart
  const least = Math.max(0, from - REACH)
  while (from > least && !END.has(text[from - 1]!)) from--
  let to = mention.cleanEnd
  const most = Math.min(text.length, to + REACH)
  while (to < most && !END.has(text[to]!)) to++
  if (to < text.length && END.has(text[to]!) && text[to] !== '\n') to++
  return [from, to]
}

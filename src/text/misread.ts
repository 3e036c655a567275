import type { Gbk } from './gbk'
import type { Plausibility } from './plausibility'

/**
 * Reads bytes again that were cut at the wrong place.
 *
 * GBK writes a Han character as two bytes. A program that works on bytes and takes the second byte of one character and
 * the first of the next for a character of its own breaks the text there: everything up to the next ASCII byte is read
 * one byte too late. The bytes are all still there but the one just before the break, and those that happened to make no
 * character, so the text can be read again with the right division:
 *
 * ```
 *   written    駛     入     新     藍     海          bytes F182 C8EB D0C2 CB7B BAA3
 *   shown      駛  ?cè)  胄     滤     {   海                F182 C8·· EBD0 C2CB 7B BAA3
 * ```
 *
 * Unknown bytes are chosen by how well the characters follow one another (best path over all choices).
 */
export interface Reading {
  /** End of the misread text. */
  readonly end: number
  readonly text: string
  /** How many bits more plausible the text is than what stood there. */
  readonly gain: number
  /** Some character had no clear winner; it stands as `□`. */
  readonly unsure: boolean
  /** The last lost byte took an ASCII character with it, which is gone. */
  readonly lostAscii: boolean
}

/** Where the division went wrong. */
export interface Break {
  /** Where the misread text begins: the `?` that stands for the lost byte, or what follows where it was dropped. */
  readonly start: number
  /** First unit that is read again. */
  readonly next: number
  /** Bytes between the lost one and `next`: the two of a punctuation mark that never was, or none. */
  readonly bytes: readonly number[]
  /** What the lost byte may be. */
  readonly leads: readonly number[]
}

/** The gloss that may follow at `at` after its opening bracket was lost: `pin)`. Its end and syllable, or null. */
export type GlossTail = (at: number) => { readonly end: number; readonly syllable: string } | null

export interface ReadingTables {
  readonly gbk: Gbk
  readonly model: Plausibility
  readonly glossTail: GlossTail
  /** May the character be read so? */
  readonly readAs: (unit: number, syllable: string) => boolean
  /** Comparisons that may still be made for this text; readings end when they are used up. */
  readonly budget: { left: number }
}

/** A character that may stand at a place, with the best path to it. */
interface Option {
  readonly unit: number
  /** Folded for comparison. */
  readonly folded: number
  readonly score: number
  readonly back: Option | null
  /** All options of the place, this one among them. */
  readonly rivals: readonly Option[]
}

/** One way to read up to the present place. */
interface State {
  readonly frontier: readonly Option[]
  /** What the pending first byte of the next character may be. */
  readonly leads: readonly number[]
  readonly length: number
  /** Pairs of bytes that made no character, so far. */
  readonly lost: number
}

/** Every first byte of GBK. */
export const allLeads: readonly number[] = Array.from({ length: 0xfe - 0x81 + 1 }, (_, i) => 0x81 + i)
const allTrails: readonly number[] = Array.from({ length: 0xfe - 0x40 + 1 }, (_, i) => 0x40 + i).filter(
  (b) => b !== 0x7f,
)

/** Longest misread run looked at, in characters. */
const longestRun = 1000
/** A way of reading this many bits worse than the shown text is given up. */
const hopeless = -40
/** Running text has about −7 bits a character; a reading below this is garbage too. */
const leastMean = -13
/** Ways of reading kept side by side. */
const mostStates = 3
/** Price, in bits, of taking a `?` for the full-width question mark whose two bytes belong to two characters: very rare. */
const questionTwin = 6
/** Price, in bits, of a byte lost at the end of the run that no marker shows. */
const silentLoss = 4
/** A character chosen among several must be at least this likely among them. */
const sureShare = 0.65
/** The same, where a neighbour was chosen among several too. */
const sureShareAmongGuesses = 0.75
/** Lost pairs in one run. */
const mostLost = 8
/** Choices that are followed up before a character of which nothing is known. */
const narrowest = 4
/** Choices of one character that are followed up where the next one is open too. */
const widest = 24

const lineFeed = 0x0a
const questionMark = 0x3f
const replacement = 0xfffd
const missing = '□'

/** Full-width twins of ASCII marks, which a later clean-up may have made half-width inside the misread run. */
const twins: Readonly<Record<number, number>> = {
  44: 0xff0c,
  33: 0xff01,
  63: 0xff1f,
  58: 0xff1a,
  59: 0xff1b,
  40: 0xff08,
  41: 0xff09,
}

/** Punctuation that bytes may have been divided at: a piece may end before it, one byte short. */
const endsPiece = (unit: number) =>
  unit === 0x3001 ||
  unit === 0x3002 ||
  unit === 0xff01 ||
  unit === 0xff0c ||
  unit === 0xff1a ||
  unit === 0xff1b ||
  unit === 0xff1f

const bestOf = (options: readonly Option[]): Option => options.reduce((a, b) => (b.score > a.score ? b : a))

const isOpen = (option: Option | null) => option !== null && option.rivals.length > 1

const dearer = (state: State, price: number): State => ({
  ...state,
  frontier: state.frontier.map((option) => ({ ...option, score: option.score - price })),
})

/** Every character of GBK that news text has. */
let everything: readonly number[] | undefined

/** The best reading of the run that begins at a break, or null where no way of reading it makes characters. */
export const readAgain = (
  text: string,
  from: Break,
  { gbk, model, glossTail, readAs, budget }: ReadingTables,
): Reading | null => {
  const foldedAt = (i: number) => (i < 0 || i >= text.length ? lineFeed : model.fold(text.charCodeAt(i)))

  const decode = (leads: readonly number[], trails: readonly number[]): number[] => {
    const units: number[] = []
    for (const lead of leads)
      for (const trail of trails) {
        const unit = gbk.units[(lead << 8) | trail]!
        if (unit !== 0) units.push(unit)
      }
    return units
  }
  const extend = (frontier: readonly Option[], units: readonly number[]): Option[] => {
    const rivals: Option[] = []
    budget.left -= units.length * frontier.length
    for (const unit of units) {
      const folded = model.fold(unit)
      let back = frontier[0]!
      let score = Number.NEGATIVE_INFINITY
      for (const option of frontier) {
        const reached = option.score + model.follows(option.folded, folded)
        if (reached > score) {
          score = reached
          back = option
        }
      }
      rivals.push({ unit, folded, score, back, rivals })
    }
    return rivals
  }
  const known = (units: readonly number[]) => {
    const list = units.filter((unit) => model.isKnown(model.fold(unit)))
    return list.length > 0 ? list : units
  }
  /** One more character: the pending byte and `trail`. */
  const take = (state: State, trail: number, leads: readonly number[]): State | null => {
    const units = decode(state.leads, [trail])
    return units.length === 0
      ? null
      : { frontier: extend(state.frontier, units), leads, length: state.length + 1, lost: state.lost }
  }
  /**
   * The pair that was shown made no character: the second byte of this character and the first of the next are unknown.
   * After another such pair the first byte of this one is unknown too, and only its neighbours speak for it.
   */
  const takeLost = (state: State): State | null => {
    if (state.lost >= mostLost) return null
    const isOpen = state.leads.length > 1
    const before = isOpen ? state.frontier.slice(0, narrowest) : state.frontier
    const units = isOpen
      ? (everything ??= known(Array.from(gbk.units).filter((unit) => unit >= 0x3000)))
      : known(decode(state.leads, allTrails))
    const rivals = extend(before, units).sort((a, b) => b.score - a.score)
    rivals.splice(widest)
    return rivals.length === 0
      ? null
      : { frontier: rivals, leads: allLeads, length: state.length + 1, lost: state.lost + 1 }
  }

  let shown = 0
  let shownTo = from.start
  const showTo = (to: number) => {
    for (; shownTo < to; shownTo++) shown += model.follows(foldedAt(shownTo - 1), foldedAt(shownTo))
  }
  let best: Reading | null = null
  const stop = (frontier: readonly Option[], length: number, end: number, price: number, lostAscii: boolean) => {
    if (frontier.length === 0) return
    const right = lostAscii ? lineFeed : foldedAt(end)
    let last = frontier[0]!
    let score = Number.NEGATIVE_INFINITY
    for (const option of frontier) {
      const reached = option.score + model.follows(option.folded, right)
      if (reached > score) {
        score = reached
        last = option
      }
    }
    let before = shown + model.follows(foldedAt(end - 1), foldedAt(end))
    for (let i = shownTo; i < end; i++) before += model.follows(foldedAt(i - 1), foldedAt(i))
    const gain = score - price - before
    if ((best !== null && gain <= best.gain) || score < leastMean * (length + 1)) return
    best = { end, gain, lostAscii, ...spell(last, right) }
  }
  const spell = (last: Option, right: number) => {
    let spelled = ''
    let unsure = false
    let next = right
    let after: Option | null = null
    for (let option: Option = last; option.back !== null; option = option.back) {
      let sum = 0
      const own = option.score + model.follows(option.folded, next)
      if (option.rivals.length > 1)
        for (const rival of option.rivals) sum += 2 ** (rival.score + model.follows(rival.folded, next) - own)
      const amongGuesses = isOpen(after) || isOpen(option.back)
      const sure = sum === 0 || 1 / sum >= (amongGuesses ? sureShareAmongGuesses : sureShare)
      after = option
      if (!sure) unsure = true
      spelled = (sure ? String.fromCharCode(option.unit) : missing) + spelled
      next = option.folded
    }
    return { text: spelled, unsure }
  }

  const left = foldedAt(from.start - 1)
  let start: State | null = {
    frontier: [{ unit: left, folded: left, score: 0, back: null, rivals: [] }],
    leads: from.leads,
    length: 0,
    lost: 0,
  }
  for (let i = 0; i < from.bytes.length && start !== null; i += 2)
    start = take(start, from.bytes[i]!, [from.bytes[i + 1]!])
  let states: State[] = start === null ? [] : [start]

  for (let at = from.next; states.length > 0 && budget.left > 0; at++) {
    const unit = at < text.length ? text.charCodeAt(at) : lineFeed
    const isLost = unit === questionMark || unit === replacement
    const tail = isLost ? glossTail(at + 1) : null
    const followers: State[] = []
    for (const state of states) {
      const lastOne = (syllable?: string) => {
        if (state.leads.length > 1 && syllable === undefined) return [] // both bytes unknown
        const units = known(decode(state.leads, allTrails))
        return extend(state.frontier, syllable === undefined ? units : units.filter((u) => readAs(u, syllable)))
      }
      if (unit >= 0x40 && unit < 0x7f) {
        // An ASCII byte as second byte: from here on the division is right again.
        const whole = take(state, unit, [])
        if (whole !== null) stop(whole.frontier, whole.length, at + 1, 0, false)
        continue
      }
      if (tail !== null) {
        stop(lastOne(tail.syllable), state.length + 1, tail.end, 0, false)
        continue
      }
      if (isLost) {
        const pieceEnds = at + 1 >= text.length || endsPiece(foldedAt(at + 1)) || foldedAt(at + 1) === lineFeed
        stop(lastOne(), state.length + 1, at + 1, 0, !pieceEnds)
        const pair = takeLost(state)
        if (pair !== null) followers.push(pair)
      } else if (unit < 0x40 || endsPiece(unit) || gbk.codes[unit] === 0)
        stop(lastOne(), state.length + 1, at, silentLoss, false)
      const code = gbk.codes[unit < 0x80 ? (twins[unit] ?? 0) : unit]!
      if (code === 0) continue
      const next = take(state, code >> 8, [code & 0xff])
      if (next !== null) followers.push(isLost ? dearer(next, questionTwin) : next)
    }
    if (unit === lineFeed && at >= text.length) break
    showTo(at + 1)
    states = followers.filter((state) => {
      const { score } = bestOf(state.frontier)
      return (
        state.length < longestRun &&
        score - shown > hopeless &&
        (state.length < 6 || score > leastMean * (state.length + 1))
      )
    })
    if (states.length > mostStates)
      states = states.sort((a, b) => bestOf(b.frontier).score - bestOf(a.frontier).score).slice(0, mostStates)
  }
  return best
}

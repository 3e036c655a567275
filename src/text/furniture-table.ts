import data from '../../data/text/furniture.json' with { type: 'json' }
import type { FurnitureKind } from './furniture'

/** What a label word introduces. */
export type LabelKind = keyof typeof data.labels

export interface Label {
  readonly word: string
  readonly kind: LabelKind
}

/** A rule for whole lines, as data/text/furniture.json gives it. */
export interface LineRule {
  readonly kind: FurnitureKind
  readonly how: 'starts' | 'ends' | 'contains' | 'contains-both' | 'equals' | 'heads-list'
  readonly longest: number
  readonly and?: readonly string[]
}

export interface RuleWord {
  readonly word: string
  readonly rule: LineRule
}

export interface FurnitureTable {
  /** By unit: bits of {@link startBit}. */
  readonly starts: Uint8Array
  /** A bit by {@link pairSlot} of the first two units: where it is 0 no line-rule word begins so. */
  readonly pairs: Uint8Array
  /** The same for the words that body lines are tested for. */
  readonly bodyPairs: Uint8Array
  /** Labels by first character, longest first. */
  readonly labels: ReadonlyMap<string, readonly Label[]>
  /** Line-rule words by first character. */
  readonly words: ReadonlyMap<string, readonly RuleWord[]>
  readonly equals: ReadonlyMap<string, LineRule>
  readonly valueless: ReadonlySet<string>
  readonly outlets: readonly string[]
  readonly surnames: ReadonlySet<string>
}

export const startBit = {
  /** A label begins so. */
  label: 1,
  /** A line-rule word of one character. */
  single: 2,
  /** Divides labels, values and buttons. */
  separator: 4,
  /** Ends a sentence, or what quotes one. */
  sentenceEnd: 8,
  /** A body line that begins so may be furniture. */
  suspect: 16,
  /** Divides the steps of a path. */
  arrow: 32,
} as const

const classes = [
  [' |｜·【】[]（）〖〗『』-—', startBit.separator],
  ['。！？”’）】…', startBit.sentenceEnd],
  ['图▲△↑（上下左右资声免版特郑凡本未以如文转【欢', startBit.suspect],
  ['>»›', startBit.arrow],
] as const

export const pairSlot = (first: number, second: number): number => (Math.imul(first, 31) + second) & 0xffff

/** Of paragraphs of the report only terms of use and captions are furniture. */
export const isForBody = ({ kind }: LineRule): boolean => kind === 'disclaimer' || kind === 'caption'

const push = <T>(map: Map<string, T[]>, key: string, value: T) => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

const build = (): FurnitureTable => {
  const starts = new Uint8Array(65536)
  const pairs = new Uint8Array(8192)
  const bodyPairs = new Uint8Array(8192)
  for (const [characters, bit] of classes) for (const c of characters) starts[c.charCodeAt(0)]! |= bit
  const labels = new Map<string, Label[]>()
  for (const kind of Object.keys(data.labels) as LabelKind[])
    for (const word of data.labels[kind].words) {
      push(labels, word[0]!, { word, kind })
      starts[word.charCodeAt(0)]! |= startBit.label
    }
  for (const list of labels.values()) list.sort((a, b) => b.word.length - a.word.length)

  const words = new Map<string, RuleWord[]>()
  const equals = new Map<string, LineRule>()
  for (const row of data.lines) {
    const rule = row as unknown as LineRule & { words: readonly string[] }
    for (const word of rule.words) {
      if (rule.how === 'equals') equals.set(word, rule)
      else {
        push(words, word[0]!, { word, rule })
        if (word.length === 1) starts[word.charCodeAt(0)]! |= startBit.single
        else {
          const slot = pairSlot(word.charCodeAt(0), word.charCodeAt(1))
          pairs[slot >> 3]! |= 1 << (slot & 7)
          if (isForBody(rule)) bodyPairs[slot >> 3]! |= 1 << (slot & 7)
        }
      }
    }
  }
  return {
    starts,
    pairs,
    bodyPairs,
    labels,
    words,
    equals,
    valueless: new Set(data.valueless.words),
    outlets: data.outlets.words,
    surnames: new Set(data.surnames.characters),
  }
}

let table: FurnitureTable | undefined

/** data/text/furniture.json indexed by first character, built on first use. */
export const furnitureTable = (): FurnitureTable => (table ??= build())

/** Is the unit of this class ({@link startBit})? */
export const isOf = (unit: number, bit: number): boolean => (furnitureTable().starts[unit]! & bit) !== 0

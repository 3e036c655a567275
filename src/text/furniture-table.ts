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
  /** By first unit: 1 label, 2 line-rule word. */
  readonly starts: Uint8Array
  /** Labels by first character, longest first. */
  readonly labels: ReadonlyMap<string, readonly Label[]>
  /** Line-rule words by first character. */
  readonly words: ReadonlyMap<string, readonly RuleWord[]>
  readonly equals: ReadonlyMap<string, LineRule>
  readonly valueless: ReadonlySet<string>
  readonly outlets: readonly string[]
  readonly surnames: ReadonlySet<string>
}

const isLabelWord = 1
const isRuleWord = 2

const push = <T>(map: Map<string, T[]>, key: string, value: T) => {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}

const build = (): FurnitureTable => {
  const starts = new Uint8Array(65536)
  const labels = new Map<string, Label[]>()
  for (const kind of Object.keys(data.labels) as LabelKind[])
    for (const word of data.labels[kind].words) {
      push(labels, word[0]!, { word, kind })
      starts[word.charCodeAt(0)]! |= isLabelWord
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
        starts[word.charCodeAt(0)]! |= isRuleWord
      }
    }
  }
  return {
    starts,
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

/** May a label begin with this unit? */
export const mayBeginLabel = (unit: number): boolean => (furnitureTable().starts[unit]! & isLabelWord) !== 0

/** May a word of a line rule begin with this unit? */
export const mayBeginRule = (unit: number): boolean => (furnitureTable().starts[unit]! & isRuleWord) !== 0

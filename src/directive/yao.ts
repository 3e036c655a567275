import data from '../../data/directive/yao-words.json'
import { type Range, skipOpaque } from './paragraph'
import { words } from './words'

const YAO = 0x8981

/** A 要 in the text: free, or a part of a word. */
export interface Yao {
  readonly at: number
  /** The word it is part of (重要, 要求), or null. */
  readonly word: string | null
  readonly wordStart: number
}

const except = data.exceptAfter as Readonly<Record<string, string>>

/**
 * The first 要 in `[from, end)` outside quoted formulas, titles and brackets, with the word it belongs to, or undefined.
 * A word that the following character shows to be cut wrongly (要求|真务实) is no word.
 */
export function nextYao(text: string, from: number, end: number, opaque: readonly Range[]): Yao | undefined {
  for (let i = from; i < end; i++) {
    if (text.charCodeAt(i) !== YAO) continue
    const skipped = skipOpaque(opaque, i)
    if (skipped > i) {
      i = skipped - 1
      continue
    }
    return yaoAt(text, i, from, end)
  }
  return undefined
}

/** The word that the 要 at `at` is part of. */
export function yaoAt(text: string, at: number, from: number, end: number): Yao {
  const table = words().yaoWords
  for (let back = 3; back >= 0; back--) {
    const start = at - back
    if (start < from) continue
    const hit = table.at(text, start, end)
    if (!hit || hit.value !== back) continue
    const after = text[start + hit.word.length] ?? ''
    if (after !== '' && except[hit.word]?.includes(after)) continue
    return { at, word: hit.word, wordStart: start }
  }
  return { at, word: null, wordStart: at }
}

/** Does the text at `at` begin with a free 要? */
export const isFreeYao = (text: string, at: number, end: number): boolean =>
  text.charCodeAt(at) === YAO && yaoAt(text, at, at, end).word === null

/** Is the word a condition (只要, 若要) and not a part of speech of its own? */
export const isCondition = (word: string): boolean => data.conditional.words.includes(word)

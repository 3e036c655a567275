import { toSimplified } from '../text/simplify'
import { FoldedText, gap } from './folded-text'

/** A label made ready for matching. */
export interface LabelForm {
  /** Folded characters, without quotation marks, separators and spaces. */
  readonly folded: string
  /** Places (units from the start) where the text may have a separator; null: nowhere. */
  readonly joints: Uint8Array | null
  /** Lengths of equal parts: the text may have separators between all of them (延链、补链、强链), or none. */
  readonly parts: readonly number[]
}

const reader = new FoldedText()

/** Makes a string simplified. Passed in where many strings are made so at once. */
export type Simplify = (string: string) => string

/** Folded characters of a string: simplified, without quotation marks, separators and spaces. */
export function fold(string: string): string {
  return foldWith(toSimplified, string)
}

export function foldWith(simplify: Simplify, string: string): string {
  const { length, units } = reader.read(simplify(string))
  return String.fromCharCode(...units.subarray(0, length))
}

const numerals = '一二三四五六七八九十'

/**
 * Where may a separator stand inside a match? A comma that joins two clauses by accident (强化要素、保障供给) must not make a
 * mention of 要素保障, so only:
 *
 * - where the label prints one itself: 高端化、智能化、绿色化 also matches 高端化，智能化，绿色化 and 高端化智能化绿色化;
 * - between all parts of a label that prints none and is a parallel series: equal parts that share a character at the same
 *   place (延链补链强链 as 延链、补链、强链), or equal parts of three characters and more (补短板强弱项 as 补短板、强弱项):
 *   only lists, no comma;
 * - between numerals in a row (一二三产业 as 一、二、三产业).
 *
 * Quotation marks may stand anywhere, spaces anywhere beside a letter, digit or sign.
 */
export function labelForm(label: string, simplify: Simplify = toSimplified): LabelForm {
  const { length, units } = reader.read(simplify(label))
  const folded = String.fromCharCode(...units.subarray(0, length))
  const joints = new Uint8Array(length)
  let printed = false
  for (let k = 1; k < length; k++)
    if (reader.gapBefore(k) !== gap.free) {
      joints[k] = PRINTED
      printed = true
    }
  let any = printed
  for (let k = 1; k < length; k++)
    if (joints[k] === 0 && numerals.includes(folded[k - 1]!) && numerals.includes(folded[k]!)) {
      joints[k] = LIST_ONLY
      any = true
    }
  return { folded, joints: any ? joints : null, parts: printed ? [] : seriesParts(folded) }
}

/**
 * The label's form, and where it prints a list, the forms with a conjunction before the last member: 获得感、幸福感和安全感 is
 * 获得感、幸福感、安全感.
 */
export function labelForms(label: string, simplify: Simplify = toSimplified): LabelForm[] {
  const form = labelForm(label, simplify)
  const last = form.joints === null ? -1 : form.joints.lastIndexOf(PRINTED)
  if (last <= 0) return [form]
  const joined = ['和', '与', '及'].map((word) => ({
    folded: form.folded.slice(0, last) + word + form.folded.slice(last),
    joints: Uint8Array.from({ length: form.folded.length + 1 }, (_, k) =>
      k < last ? form.joints![k]! : k <= last + 1 ? 0 : form.joints![k - 1]!,
    ),
    parts: [],
  }))
  return [form, ...joined]
}

/** Values of {@link LabelForm.joints}. */
export const PRINTED = 1
export const LIST_ONLY = 2

/** Part lengths that divide the label into a parallel series. */
function seriesParts(folded: string): number[] {
  const parts: number[] = []
  for (let size = 2; size <= folded.length / 2; size++) {
    if (folded.length % size !== 0) continue
    let shares = false
    for (let place = 0; place < size && !shares; place++) {
      shares = true
      for (let i = place + size; i < folded.length; i += size) if (folded[i] !== folded[place]) shares = false
    }
    if (shares || size >= 3) parts.push(size)
  }
  return parts
}

/** May the match of `form` at unit `start` have what stands between its units in the text? */
export function jointsFit(form: LabelForm, text: FoldedText, start: number): boolean {
  const { length } = form.folded
  if (text.at[start + length - 1]! - text.at[start]! === length - 1) return true
  let first = 0
  let count = 0
  for (let k = 1; k < length; k++) {
    const kind = text.gapBefore(start + k)
    if (kind === gap.free) continue
    if (kind === gap.apart) return false
    const joint = form.joints === null ? 0 : form.joints[k]!
    if (joint === PRINTED || (joint === LIST_ONLY && kind === gap.list)) continue
    if (kind === gap.comma || (first !== 0 && k % first !== 0)) return false
    if (first === 0) first = k
    count++
  }
  return count === 0 || (form.parts.includes(first) && count === length / first - 1)
}

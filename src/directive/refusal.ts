/**
 * Why a candidate is no directive. Numbers refer to the catalogue of look-alikes in the codebook's negative classes.
 *
 * - `in-word` 要 is part of a word (重要, 要素)
 * - `quoted-formula` 要 stands inside a quoted formula, a title in 《》 or brackets
 * - `conjunct` 要 inside a unit that another opener opened (既要…又要…)
 * - `pledge` the audience says what it will do; `promise-upward` a host or subordinate does; `plan-of-speaker` the speaker himself does
 * - `evaluation`, `principle`, `statement` the speech states and does not instruct
 * - `purpose` what an activity is for; `past-result` an order already carried out
 * - `question` a question; `citizen-quotation` somebody who is no official; `other-speaker` somebody unknown
 * - `document-text` a text speaks; `citation-of-superior` a superior is quoted
 * - `empty-order` instructions are announced and not given; `wish` hopes addressed upwards or to guests; `thanks`
 * - `title` speech in a headline; `narrative`; `no-speaker` no speech is attributed here; `no-opener` attributed speech that nothing opens
 */
export type RefusalClass =
  | 'in-word'
  | 'quoted-formula'
  | 'conjunct'
  | 'pledge'
  | 'promise-upward'
  | 'plan-of-speaker'
  | 'evaluation'
  | 'principle'
  | 'statement'
  | 'purpose'
  | 'past-result'
  | 'question'
  | 'citizen-quotation'
  | 'other-speaker'
  | 'document-text'
  | 'citation-of-superior'
  | 'empty-order'
  | 'wish'
  | 'thanks'
  | 'title'
  | 'narrative'
  | 'no-speaker'
  | 'no-opener'

export interface Refusal {
  readonly paragraph: number
  readonly start: number
  readonly end: number
  readonly class: RefusalClass
  /** Rule that decided. */
  readonly rule: string
}

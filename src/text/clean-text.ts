import type { Issue } from '../issue'
import type { OffsetMap } from './offset-map'
import type { Span } from './span'

/** A piece of page furniture that cleaning took out of the text, with what it was. Metadata is read from these. */
export interface Furniture {
  readonly kind:
    | 'meta-line' // 日期: 来源: 点击:
    | 'breadcrumb'
    | 'editors' // 责编: 审核:
    | 'credit' // （张明 李芳） （通讯员：…）
    | 'editor-code' // ②2
    | 'footer' // 主办 ICP备
    | 'widget' // 扫一扫 请输入验证码
    | 'disclaimer'
    | 'e-paper'
    | 'cms-stamp'
    | 'caption'
    | 'column-label'
    | 'spam'
  /** Cleaned characters of the piece (simplified, gloss-free), as they stood before removal. */
  readonly text: string
  readonly span: Span<'source'>
}

export type CleaningStep =
  | 'html'
  | 'control'
  | 'gloss'
  | 'damage'
  | 'junk'
  | 'simplify'
  | 'width'
  | 'whitespace'
  | 'furniture'

/** What one step did to one text. */
export interface StepRecord {
  readonly step: CleaningStep
  readonly version: string
  readonly edits: number
  readonly changed: number
  readonly removed: number
}

export interface CleanText {
  /** The string handed in. */
  readonly source: string
  /** Cleaned text: paragraphs divided by a single `\n`, no empty lines, furniture removed. */
  readonly text: string
  readonly map: OffsetMap
  readonly script: 'hans' | 'hant' | 'mixed'
  readonly steps: readonly StepRecord[]
  readonly furniture: readonly Furniture[]
  /** Places that were damaged and could not be repaired. */
  readonly damaged: readonly Span<'clean'>[]
  readonly issues: readonly Issue[]
}

export interface CleanOptions {
  /** The source is an HTML page: find its main text first. Default: decided by the caller, `false`. */
  readonly html?: boolean
  /** Steps to leave out. Default: none. */
  readonly skip?: readonly CleaningStep[]
}

export declare function cleanText(source: string, options?: CleanOptions): CleanText

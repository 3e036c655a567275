import type { Issue } from '../issue'
import type { CleaningStep } from './cleaning-step'
import { cleaningSteps } from './cleaning-step'
import { removeControls } from './control'
import type { StepOutcome } from './edits'
import { removeGlosses } from './gloss'
import { composeMap, type OffsetMap, type Patch } from './offset-map'
import { judgeScript, type Script } from './script'
import { simplify } from './simplify'
import type { Span } from './span'
import { found, survey } from './survey'
import { foldWhitespace } from './whitespace'
import { foldWidth } from './width'

export type { CleaningStep } from './cleaning-step'

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

/** What one step did to one text. */
export interface StepRecord {
  readonly step: CleaningStep
  readonly version: string
  /** Separate places. */
  readonly edits: number
  /** UTF-16 units written in place of others. */
  readonly changed: number
  /** UTF-16 units gone without a replacement. */
  readonly removed: number
}

export interface CleanText {
  /** The string handed in. */
  readonly source: string
  /** Cleaned text: paragraphs divided by a single `\n`, no empty lines, furniture removed. */
  readonly text: string
  readonly map: OffsetMap
  readonly script: Script
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

const idle: readonly StepRecord[] = cleaningSteps.map(({ step, version }) => ({
  step,
  version,
  edits: 0,
  changed: 0,
  removed: 0,
}))

const traditionalNeeded = found.traditional
export function cleanText(source: string, options?: CleanOptions): CleanText {
  const skip = options?.skip
  let text = source
  let script: Script = 'hans'
  const patches: Patch[] = []
  const steps = idle.slice()
  const run = (step: CleaningStep, work: (text: string) => StepOutcome | null) => {
    if (skip?.includes(step)) return
    const outcome = work(text)
    if (outcome === null) return
    text = outcome.text
    if (outcome.patch !== null) patches.push(outcome.patch)
    const at = idle.findIndex((record) => record.step === step)
    const { edits, changed, removed } = outcome
    steps[at] = { ...idle[at]!, edits, changed, removed }
  }
  const has = survey(text)
  const learned = new Map<string, string>()
  if ((has & found.control) !== 0) run('control', removeControls)
  if ((has & found.tone) !== 0) run('gloss', (text) => removeGlosses(text, learned))
  if ((has & traditionalNeeded) !== 0) {
    script = judgeScript(text)
    run('simplify', (text) => simplify(text, script === 'hans'))
  }
  if ((has & found.width) !== 0) run('width', foldWidth)
  if ((has & (found.space | found.blankLine | found.width)) !== 0) run('whitespace', foldWhitespace)
  return { source, text, map: composeMap(patches), script, steps, furniture: [], damaged: [], issues: [] }
}

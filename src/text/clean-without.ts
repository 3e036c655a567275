import { type CleanOptions, type CleanText, cleanText } from './clean-text'
import type { CleaningStep } from './cleaning-step'
import { cleaningSteps } from './cleaning-step'

/** One text cleaned as usual and once more without one step. */
export interface Ablation {
  readonly step: CleaningStep
  readonly without: CleanText
}

/**
 * Cleans the source of `clean` again, once without each step that changed it: what an audit needs to say how many mentions
 * a step gained. Steps that did nothing are left out, for there is nothing to gain.
 *
 * @param options the options that `clean` was made with
 * @example
 * const clean = cleanText('項(xiàng)目為王')
 * ablations(clean).map(({ step, without }) => [step, without.text])
 * // => [['gloss', '项（xiàng）目为王'], ['simplify', '項目為王']]
 */
export const ablations = (clean: CleanText, options: CleanOptions = {}): readonly Ablation[] =>
  cleaningSteps
    .filter((_, i) => clean.steps[i]!.edits > 0)
    .map(({ step }) => ({ step, without: cleanWithout(clean.source, step, options) }))

/** Cleans with one step left out, beside those that `options` leaves out. */
export const cleanWithout = (source: string, step: CleaningStep, options: CleanOptions = {}): CleanText =>
  cleanText(source, { ...options, skip: [...(options.skip ?? []), step] })

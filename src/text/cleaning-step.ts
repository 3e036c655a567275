/** The steps of cleaning, in the order they run. */
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

/** Name and version of a step. The version moves when the step reads some text differently. */
export interface CleaningStepVersion {
  readonly step: CleaningStep
  readonly version: string
}

/** The steps in order, with the versions that results must name. */
export const cleaningSteps: readonly CleaningStepVersion[] = [
  { step: 'html', version: '1.0' },
  { step: 'control', version: '1.0' },
  { step: 'gloss', version: '1.0' },
  { step: 'damage', version: '1.0' },
  { step: 'junk', version: '1.0' },
  { step: 'simplify', version: '1.0' },
  { step: 'width', version: '1.0' },
  { step: 'whitespace', version: '1.0' },
  { step: 'furniture', version: '1.0' },
]

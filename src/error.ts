/** What can be wrong with a call. Never depends on what a text says: text problems are {@link Issue}s on the report. */
export type ErrorCode =
  | 'invalid-argument'
  | 'invalid-option'
  | 'invalid-vocabulary'
  | 'unknown-concept'
  | 'unknown-category'
  | 'unknown-column'
  | 'unsupported-format'
  | 'missing-dependency'
  | 'unreadable-input'

/**
 * Misuse of a function: the message says what was expected and what came.
 *
 * @example
 * try { trend(study, { by: 'fortnight' }) } catch (e) { e.code } // 'invalid-option'
 */
export class TifaError extends RangeError {
  override readonly name = 'TifaError'
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.code = code
  }
}

import { TifaError } from '../error'

/** The error of a measure called with values it cannot take: what was expected, and what came. */
export function invalid(where: string, expected: string, received: unknown): TifaError {
  return new TifaError('invalid-argument', `${where}: ${expected}, got ${shown(received)}`)
}

function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? `an array of ${value.length}` : 'an object'
  return String(value)
}

/** A whole number from 0 on. */
export function requireCount(where: string, name: string, value: number): void {
  if (!(Number.isInteger(value) && value >= 0)) throw invalid(where, `${name} must be a whole number from 0 on`, value)
}

/** A whole number, at least `least`. */
export function requireWhole(where: string, name: string, value: number, least: number): void {
  if (!(Number.isInteger(value) && value >= least)) {
    throw invalid(where, `${name} must be a whole number from ${least} on`, value)
  }
}

/** A part that cannot exceed its whole: 0 ≤ part ≤ whole, both whole numbers. */
export function requirePart(where: string, part: string, x: number, whole: string, n: number): void {
  requireCount(where, part, x)
  requireCount(where, whole, n)
  if (x > n) throw invalid(where, `${part} must not exceed ${whole} (${n})`, x)
}

export function requireFinite(where: string, name: string, value: number): void {
  if (!Number.isFinite(value)) throw invalid(where, `${name} must be a finite number`, value)
}

/** Finite and from 0 on: an exposure, a weight. */
export function requireAmount(where: string, name: string, value: number): void {
  if (!(Number.isFinite(value) && value >= 0)) throw invalid(where, `${name} must be a finite number from 0 on`, value)
}

export function requirePositive(where: string, name: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) throw invalid(where, `${name} must be a finite number above 0`, value)
}

/** Events without anything that could have held them: the exposure is wrong. */
export function requireExposed(where: string, count: string, x: number, exposure: string, e: number): void {
  if (x > 0 && e === 0) throw invalid(where, `${count} must be 0 where ${exposure} is 0`, x)
}

/** A confidence level or another fraction strictly between 0 and 1. */
export function requireFraction(where: string, name: string, value: number): void {
  if (!(value > 0 && value < 1)) throw invalid(where, `${name} must lie between 0 and 1`, value)
}

/** A probability, the ends allowed. */
export function requireProbability(where: string, name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw invalid(where, `${name} must be a probability from 0 to 1`, value)
}

export function requireSameLength(where: string, names: string, a: ArrayLike<unknown>, b: ArrayLike<unknown>): void {
  if (a.length !== b.length) throw invalid(where, `${names} must have the same length`, `${a.length} and ${b.length}`)
}

/** One of the named choices; an option, so its error says so. */
export function requireChoice(where: string, name: string, value: string, choices: readonly string[]): void {
  if (choices.includes(value)) return
  throw new TifaError('invalid-option', `${where}: ${name} must be one of ${choices.join(', ')}, got ${shown(value)}`)
}

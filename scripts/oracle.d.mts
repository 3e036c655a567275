export interface Tolerance {
  readonly abs?: number
  readonly rel?: number
  readonly fields?: Readonly<Record<string, { readonly abs?: number; readonly rel?: number }>>
}

export interface OracleCase {
  readonly id: string
  readonly stat: string
  readonly edge?: string
  readonly input: unknown
  readonly expected: unknown
  readonly tolerance: Tolerance
}

export function resolve(exports: unknown, name: string): ((input: unknown) => unknown) | undefined
export function differences(got: unknown, expected: unknown, tolerance: Tolerance, path?: string, field?: string): string[]
export function runCase(exports: unknown, one: OracleCase): string[]

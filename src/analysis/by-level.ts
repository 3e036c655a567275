import { type Dimension, readDimensions } from '../observation'

/** Splits a `by` option into what groups reports and whether concepts are counted by level of origin. */
export function readLevel(by: string | readonly string[] | undefined): {
  readonly byLevel: boolean
  readonly dimensions: Dimension[]
} {
  const list = by === undefined ? [] : typeof by === 'string' ? [by] : by
  return { byLevel: list.includes('level'), dimensions: readDimensions(list.filter((name) => name !== 'level')) }
}

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

interface Cell {
  readonly cell_type: string
  readonly execution_count?: number | null
  readonly outputs?: readonly { readonly output_type: string }[]
}

const folder = fileURLToPath(new URL('../../examples/', import.meta.url))
/** The tslab kernel numbers no cells; what it ran is seen by the outputs. */
const NUMBERS = { deno: true, tslab: false } as const
const notebooks = readdirSync(folder).filter((name) => name.endsWith('.ipynb'))

it('notebooks of both kernels are shipped', () => {
  expect(notebooks.length).toBeGreaterThanOrEqual(4)
  const kernels = notebooks.map((name) => kernelOf(readFileSync(folder + name, 'utf8')))
  expect(new Set(kernels)).toEqual(new Set(['deno', 'tslab']))
})

const kernelOf = (source: string) =>
  (JSON.parse(source) as { metadata: { kernelspec: { name: keyof typeof NUMBERS } } }).metadata.kernelspec.name

// Executing them is examples/run-notebooks.sh; this looks at what is stored.
describe.each(notebooks)('%s', (name) => {
  const source = readFileSync(folder + name, 'utf8')
  const code = (JSON.parse(source) as { cells: readonly Cell[] }).cells.filter((c) => c.cell_type === 'code')

  it('was executed from top to bottom, without an error', () => {
    const numbered = NUMBERS[kernelOf(source)]
    expect(code.map((c) => c.execution_count)).toEqual(code.map((_, i) => (numbered ? i + 1 : null)))
    if (!numbered) expect(code.filter((c) => !c.outputs?.length)).toEqual([])
    expect(code.flatMap((c) => c.outputs ?? []).filter((o) => o.output_type === 'error')).toEqual([])
    expect(code.filter((c) => c.outputs?.length).length).toBeGreaterThan(3)
  })

  it('is short', () => expect(code.length).toBeLessThanOrEqual(12))

  it('names no folder of the machine it ran on', () => {
    expect(source).not.toMatch(/file:\/\/|\/(?:home|root|tmp|Users|work)\//)
  })
})

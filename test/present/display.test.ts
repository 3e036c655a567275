import { expect, it } from 'vitest'
import * as tifa from '../../src/index'
import { sampleStudy } from './result-pictures'

const study = sampleStudy(2)
const quick = { permutations: 9, resamples: 9 }
const shown = (result: object) =>
  (result as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')]?.()

it.each([
  ['trend', tifa.trend(study)],
  ['diffusion', tifa.diffusion(study)],
  ['bursts', tifa.bursts(study, quick)],
  ['change points', tifa.changePoints(study, quick)],
  ['drift', tifa.drift(study)],
  ['coverage', tifa.coverage(study)],
] as const)('the result of %s shows itself, and so does each of its tables', (_, result) => {
  expect(shown(result)!['text/html']).toContain('<table')
  const tables = Object.entries(result.tables ?? {})
  expect(tables.length).toBeGreaterThan(0)
  for (const [, table] of tables) {
    const bundle = shown(table)!
    expect(bundle['text/html']).toContain(table.columns[0]!.name)
    expect(bundle['text/plain']).toContain(table.columns[0]!.name)
  }
  expect(Object.keys(result)).not.toContain('Symbol(Jupyter.display)')
})

it('has a picture where the kind has one', () => {
  expect(shown(tifa.diffusion(study))!['text/html']).toContain('<svg')
  expect(shown(tifa.diffusion(study).tables.panel)!['text/html']).not.toContain('<svg')
  expect(shown(tifa.kwic(study))!['text/html']).not.toContain('<svg')
})

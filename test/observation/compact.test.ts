import { beforeAll, describe, expect, it } from 'vitest'
import type { Result } from '../../src/analysis'
import * as analysis from '../../src/analysis'
import { vocabulary } from '../../src/defaults/index'
import { readReports } from '../../src/node/index'
import type { Study } from '../../src/observation'
import { CompactTables } from '../../src/observation/compact/compact-study'
import { assembleStudy, type CodedReport, codeEach, compactStudy } from '../../src/pipeline'

const options = { vocabulary, kinds: 'any' } as const
const coded: CodedReport[] = []
let whole: Study
beforeAll(async () => {
  for await (const one of codeEach(readReports(['data/reports']), options)) coded.push(one)
  whole = assembleStudy(coded, options)
})

/** The same reports kept by columns, handed over in pieces as threads do. */
function compact(pieces: number): Study {
  const tables = new CompactTables()
  const part = new CompactTables()
  const size = Math.ceil(coded.length / pieces)
  for (let from = 0; from < coded.length; from += size) {
    for (const one of coded.slice(from, from + size)) part.add(one)
    tables.append(part.take())
  }
  return compactStudy(tables, options)
}

/** What rows kept by columns do not know. */
const LEFT_OUT = {
  reports:
    'url encoding sourceHash title eventStart eventEnd published authors editors placeBasis leaders attendees kindReasons signature issues text meta',
  directives: 'text start end sourceForm opener addressee lead multi truncated categoryEvidence rule',
  mentions: 'start end stanceEvidence relayedFrom boundaryAgreement',
} as const
const without = (row: object, names: string) => {
  const left = new Set(names.split(' '))
  return Object.fromEntries(Object.entries(JSON.parse(JSON.stringify(row))).filter(([name]) => !left.has(name)))
}

/** Every analysis that the command runs over columns. */
const ANALYSES: Readonly<Record<string, (study: Study) => Result<object>>> = {
  trend: (s) => analysis.trend(s),
  'trend of categories by city': (s) => analysis.trend(s, { by: ['quarter', 'city'], categories: 'top' }),
  'trend by segments': (s) => analysis.trend(s, { by: 'month', measure: 'segments' }),
  frequency: (s) => analysis.frequency(s, { resamples: 20 }),
  'frequency by leader': (s) => analysis.frequency(s, { by: 'leader', resamples: 5 }),
  'frequency of copies': (s) => analysis.frequency(s, { by: 'outlet', reprints: 'cluster', resamples: 5 }),
  'co-occurrence in segments': (s) => analysis.cooccurrence(s, { minimum: 1, level: 'segment' }),
  'co-occurrence in reports': (s) => analysis.cooccurrence(s, { minimum: 1, level: 'report' }),
  keyness: (s) => analysis.keyness(s, { by: 'year', target: '2023' }),
  bursts: (s) => analysis.bursts(s, { permutations: 19 }),
  'change points': (s) => analysis.changePoints(s, { permutations: 19, resamples: 9 }),
  diffusion: (s) => analysis.diffusion(s, { limit: 0.6 }),
  drift: (s) => analysis.drift(s, { minimum: 1, variant: 'surface' }),
  attention: (s) => analysis.attention(s, { by: 'leader' }),
}

describe('reports kept by columns', () => {
  it('give the rows of the tables, but for what no count needs', () => {
    const study = compact(7)
    for (const table of ['reports', 'directives', 'mentions'] as const) {
      expect(study[table].length).toBe(whole[table].length)
      expect(study[table].map((row) => without(row, LEFT_OUT[table]))).toEqual(
        whole[table].map((row) => without(row, LEFT_OUT[table])),
      )
    }
    expect(study.reports.some((row) => row.reprintOf !== null)).toBe(true)
    expect(study.method).toEqual(whole.method)
    expect(study.concepts).toEqual(whole.concepts)
  })

  it.each(Object.keys(ANALYSES))('%s: the same result, method and mentions behind every row', (name) => {
    const run = ANALYSES[name]!
    const expected = run(whole)
    const result = run(compact(3))
    expect(result.rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(result)).toBe(JSON.stringify(expected))
    for (const i of [0, Math.floor(result.rows.length / 2), result.rows.length - 1])
      expect(result.mentions(result.rows[i]!)).toEqual(expected.mentions(expected.rows[i]!))
  })

  it('are the same in one piece and in many', () => {
    expect(JSON.stringify(compact(1))).toBe(JSON.stringify(compact(50)))
  })
})

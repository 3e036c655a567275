import { describe, expect, test } from 'vitest'
import { reviewDirectives } from '../../src/directive/index'
import { type Golden, readGoldens, reportOf } from './golden'

const golden = readGoldens('golden')

const coded = (g: Golden) => g.units.map((u) => [u.source, u.cue, u.text])

function found(g: Golden) {
  const report = reportOf(g.text, { id: g.name, titleLines: g.titleLines })
  return reviewDirectives(report)
}

describe.each([
  ['golden', golden],
  ['reviewed', readGoldens('reviewed')],
] as const)('%s reports', (_, list) => {
  test.each(list.map((g) => [g.name, g] as const))('%s: units, speakers, cues', (_name, g) => {
    expect(found(g).directives.map((d) => [d.source, d.cue, d.text])).toEqual(coded(g))
  })

  test.each(list.filter((g) => g.refusals.length > 0).map((g) => [g.name, g] as const))(
    '%s: look-alikes stay out',
    (_name, g) => {
      const { directives } = found(g)
      for (const x of g.refusals)
        expect(
          directives.filter((d) => d.cleanStart < x.end && x.start < d.cleanEnd),
          x.text,
        ).toEqual([])
    },
  )
})

// Classes that the review names. Narrative without 要 or a verb of speech is no candidate, so it is not listed.
const unlisted = new Set(['title', 'purpose', 'past-result'])

test.each(
  golden.flatMap((g) =>
    g.refusals.filter((x) => !unlisted.has(x.class)).map((x) => [g.name, x.class, x.text, g, x] as const),
  ),
)('%s: %s is the class of %s', (_name, name, _text, g, x) => {
  const over = found(g).rejected.filter((r) => r.cleanStart < x.end && x.start < r.cleanEnd)
  expect(over.map((r) => r.class)).toContain(name)
})

test('every numbered pattern of speakers, attribution, forms and look-alikes has a coded report', () => {
  const counts = { 4: 14, 5: 10, 6: 18, 7: 17 }
  const have = new Set(golden.flatMap((g) => g.patterns))
  // Names and homographs of slogans (7.14, 7.15) concern mentions, not directives.
  const mentionsOnly = new Set(['7.14', '7.15'])
  const missing = Object.entries(counts)
    .flatMap(([part, n]) => Array.from({ length: n }, (_, k) => `${part}.${k + 1}`))
    .filter((id) => !have.has(id) && !mentionsOnly.has(id))
  expect(missing).toEqual([])
  expect(golden.length).toBeGreaterThanOrEqual(80)
})

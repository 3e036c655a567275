import { describe, expect, test } from 'vitest'
import { agreement, audit, discover, precision, sampleForCoding } from '../../src/analysis'
import { masiDistance } from '../../src/analysis/agreement'
import { phraseCandidates } from '../../src/analysis/phrase-candidates'
import { phrase } from '../../src/stats'
import { defineVocabulary } from '../../src/vocabulary/index'
import { buildStudy, shuffleStudy } from '../observation/build-study'

const order = (start: number) => {
  let seed = start
  return (n: number) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n
}

describe('discover', () => {
  const tails = ['全面发力', '早日见效', '持续用劲', '稳步前行', '认真对待', '分步落地']
  const study = buildStudy(
    Array.from({ length: 24 }, (_, i) => ({
      id: `r${i}`,
      date: `202${2 + Math.floor(i / 12)}-03-${String(1 + (i % 12)).padStart(2, '0')}`,
      place: ['省', `市${i % 5}`],
      directives: [
        {
          text: `要${tails[i % 6]}，推进“云上码头”${tails[(i + 2) % 6]}，守住甲甲底线${tails[(i * 5 + 1) % 6]}。`,
          mentions: [{ concept: '甲甲', form: '甲甲底线', at: 0 }],
          leader: `L${i % 4}`,
        },
      ],
    })),
  )
  // The mention's place depends on the lengths before it: put it where the words are.
  const placed = {
    ...study,
    mentions: study.mentions.map((m) => {
      const d = study.directives.find((x) => x.id === m.directiveId)!
      const at = d.cleanStart + d.text.indexOf('甲甲底线')
      return { ...m, cleanStart: at, cleanEnd: at + 4, start: at, end: at + 4 }
    }),
  }
  const result = discover(placed)

  test('a new phrase in quotation marks comes first, with its spread', () => {
    expect(result.rows[0]).toMatchObject({
      phrase: '云上码头',
      documents: 24,
      tokens: 24,
      directives: 24,
      leaders: 4,
      places: 5,
      quotedShare: 1,
      firstDate: '2022-03-01',
      lastDate: '2023-03-12',
      reports: 24,
    })
    expect(result.rows[0]!.example).toContain('云上码头')
  })

  test('known formulations and their fragments do not come up; parts are left to the whole', () => {
    for (const row of result.rows) {
      expect(row.phrase).not.toMatch(/甲|底线/)
      expect(['云上码', '上码头']).not.toContain(row.phrase)
    }
  })

  test('novelty: LRC of later against earlier reports', () => {
    const fresh = buildStudy(
      Array.from({ length: 40 }, (_, i) => ({
        id: `r${i}`,
        date: `2022-${String(1 + Math.floor(i / 4)).padStart(2, '0')}-0${1 + (i % 4)}`,
        directives: [{ text: i >= 20 ? `要“新词新语”${tails[i % 6]}。` : `要“老词老语”${tails[i % 6]}。` }],
      })),
    )
    const rows = discover(fresh).rows
    expect(rows.find((r) => r.phrase === '新词新语')!.novelty).toBeGreaterThan(1)
    expect(rows.find((r) => r.phrase === '老词老语')!.novelty).toBeLessThan(-1)
  })

  test('order and columns', () => {
    expect(JSON.stringify(discover(shuffleStudy(placed, order(2))).rows)).toBe(JSON.stringify(result.rows))
    expect(result.columns.map((c) => c.name).sort()).toEqual(Object.keys(result.rows[0]!).sort())
  })

  test('cohesion and entropy equal those of tifa/stats where nothing is pruned', () => {
    const pieces = ['甲乙丙丁', '甲乙丙丁戊', '己甲乙', '丙丁甲乙', '戊己', '甲乙丙']
    const own = phraseCandidates(
      pieces.map((piece, text) => ({ text, piece })),
      { shortest: 2, longest: 4, minimum: 1 },
    )
    const cohesion = phrase.cohesion({ segments: pieces, minCount: 1, minLen: 2, maxLen: 4 }).candidates
    const entropy = phrase.entropy({ segments: pieces, minCount: 1, minLen: 2, maxLen: 4 }).candidates
    expect(own.map((c) => c.phrase).sort()).toEqual(Object.keys(cohesion).sort())
    for (const c of own) {
      expect([c.phrase, c.tokens]).toEqual([c.phrase, cohesion[c.phrase]!.count])
      expect(c.npmi).toBeCloseTo(cohesion[c.phrase]!.npmi!, 12)
      expect(c.left).toBeCloseTo(entropy[c.phrase]!.left, 12)
      expect(c.right).toBeCloseTo(entropy[c.phrase]!.right, 12)
    }
  })
})

describe('sample for coding', () => {
  const study = buildStudy(
    Array.from({ length: 100 }, (_, i) => ({
      id: `r${i}`,
      date: i < 50 ? '2022-05-01' : '2023-05-01',
      directives: [{ mentions: i < 90 ? ['多'] : ['少'] }, {}],
    })),
  )
  const sheet = sampleForCoding(study, { size: 40 })

  test('mentions evenly from concept and year, and directives without a concept', () => {
    expect(sheet.rows).toHaveLength(40)
    expect(sheet.rows.filter((r) => r.unit === 'directive')).toHaveLength(10)
    const strata = new Map<string, number>()
    for (const r of sheet.rows) strata.set(r.stratum, (strata.get(r.stratum) ?? 0) + 1)
    expect([...strata].sort()).toEqual([
      ['no-concept', 10],
      ['多 2022', 10],
      ['多 2023', 10],
      ['少 2023', 10],
    ])
    expect(sheet.rows.find((r) => r.stratum === '多 2022')).toMatchObject({
      stratumSize: 50,
      stratumDrawn: 10,
      code: null,
    })
    expect(sheet.rows.find((r) => r.unit === 'directive')!.key).toBe('要。')
  })

  test('one seed, one sheet, whatever the input order; no line twice', () => {
    const ids = (seed: number, s = study) => sampleForCoding(s, { size: 40, seed }).rows.map((r) => r.id)
    expect(ids(1)).toEqual(ids(1, shuffleStudy(study, order(3))))
    expect(ids(1)).not.toEqual(ids(2))
    expect(new Set(ids(1)).size).toBe(40)
  })

  test('more than there is: everything', () => {
    expect(
      sampleForCoding(study, { size: 10_000, unmatched: 1 }).rows.filter((r) => r.unit === 'directive'),
    ).toHaveLength(100)
    expect(sampleForCoding(study, { size: 10_000, unmatched: 0 }).rows).toHaveLength(100)
  })

  test('a filled sheet gives precision by concept, weighted over all', () => {
    const filled = sheet.rows.map((r) => ({
      ...r,
      code: r.unit === 'mention' ? (r.concept === '少' ? 'no' : 'yes') : '',
    }))
    expect(precision(filled)).toMatchObject([
      { concept: null, coded: 30, confirmed: 20, precision: 0.9 },
      { concept: '多', coded: 20, confirmed: 20, precision: 1, doubtful: false },
      { concept: '少', coded: 10, confirmed: 0, precision: 0, doubtful: true },
    ])
  })

  test.each([
    [{ size: 0 }, /size must be/],
    [{ unmatched: 2 }, /unmatched must lie/],
    [{ stratify: 'place' }, /stratify expects/],
  ])('%j is misuse', (options, message) => {
    expect(() => sampleForCoding(study, options as never)).toThrow(message)
  })
})

describe('agreement', () => {
  const sheet = (codes: readonly (string | null)[], concept = (i: number) => `c${i % 2}`) =>
    codes.map((code, i) => ({ id: `l${i}`, concept: concept(i), code }))
  // Krippendorff's published example of two observers, binary: alpha = 0.095.
  const a = [...'0100000100']
  const b = [...'1110010000']

  test('two coders: share, kappa and alpha, with intervals', () => {
    const [row] = agreement([sheet(a), sheet(b)]).rows
    expect(row).toMatchObject({ coders: 'all', units: 10, agreed: 6, share: 0.6 })
    expect(row!.alpha).toBeCloseTo(0.095, 3)
    expect(row!.alphaLow!).toBeLessThan(row!.alpha!)
    expect(row!.alphaHigh!).toBeGreaterThan(row!.alpha!)
    expect(row!.kappa).toBeCloseTo((0.6 - 0.56) / 0.44, 10)
  })

  test('three coders: all, then pairs; lines coded once do not count', () => {
    const c = b.map((x, i) => (i > 7 ? null : x))
    const rows = agreement([sheet(a), sheet(b), sheet(c)]).rows
    expect(rows.map((r) => [r.coders, r.units, r.agreed])).toEqual([
      ['all', 10, null],
      ['1–2', 10, 6],
      ['1–3', 8, 4],
      ['2–3', 8, 8],
    ])
  })

  test('by concept', () => {
    expect(agreement([sheet(a), sheet(b)], { by: 'concept' }).rows.map((r) => [r.group, r.units])).toEqual([
      [null, 10],
      ['c0', 5],
      ['c1', 5],
    ])
  })

  test('one code throughout, or nothing coded twice: null and the reason', () => {
    expect(agreement([sheet(['1', '1']), sheet(['1', '1'])]).rows[0]).toMatchObject({
      alpha: null,
      kappa: null,
      share: 1,
      reason: 'one-code-throughout',
    })
    expect(agreement([sheet(['1', null]), sheet([null, '1'])]).rows[0]).toMatchObject({
      units: 0,
      alpha: null,
      reason: 'nothing-coded-twice',
    })
  })

  test('sets: order of members does not matter, overlap counts in part', () => {
    const rows = (x: string[], y: string[]) => agreement([sheet(x), sheet(y)], { metric: 'set' }).rows[0]!
    expect(rows(['a;b', 'c'], ['b; a', 'c'])).toMatchObject({ agreed: 2, alpha: 1 })
    expect(rows(['a;b', 'c', 'd'], ['a', 'c', 'd']).alpha!).toBeLessThan(1)
    expect(rows(['a;b', 'c', 'd'], ['a', 'c', 'd']).alpha!).toBeGreaterThan(
      agreement([sheet(['a;b', 'c', 'd']), sheet(['a', 'c', 'd'])]).rows[0]!.alpha!,
    )
    expect([
      masiDistance('a;b', 'a;b'),
      masiDistance('a', 'a;b'),
      masiDistance('a;c', 'a;b'),
      masiDistance('a', 'b'),
    ]).toEqual([0, 1 - 1 / 3, expect.closeTo(1 - 1 / 9, 12), 1])
  })

  test('sets of one member each: nominal alpha', () => {
    expect(agreement([sheet(a), sheet(b)], { metric: 'set' }).rows[0]!.alpha).toBeCloseTo(0.095, 3)
  })

  test.each([
    [() => agreement([sheet(a)]), /two or more/],
    [() => agreement([sheet(a), [{ id: 'x' }]]), /no column "code"/],
    [() => agreement([sheet(a), [...sheet(b), ...sheet(b)]]), /twice/],
  ])('misuse %#', (call, message) => {
    expect(call).toThrow(message)
  })
})

describe('audit', () => {
  const vocabulary = defineVocabulary({
    id: 'v',
    version: '1',
    concepts: [
      { id: 'x', prefLabel: '云上码头', category: 'a.b' },
      { id: 'y', prefLabel: '山水通道', category: 'a.b' },
    ],
  })
  const page = (body: string) => ({
    id: body.slice(0, 4),
    text: `某某市召开会议\n2023年5月6日，某某市委书记张三到港区调研。他强调，${body}。`,
    date: '2023-05-06',
  })

  test('what glosses and traditional script would have hidden', async () => {
    const result = await audit(
      [page('要建好雲上碼頭，打通山水通道'), page('要建好云(yún)上码头'), page('要建好云上码头')],
      { vocabulary, kinds: 'any' },
    )
    const row = (step: string) => result.rows.find((r) => r.step === step)!
    expect(row('gloss')).toMatchObject({ reports: 3, touched: 1, mentions: 4, without: 3, gained: 1, lost: 0 })
    expect(row('simplify')).toMatchObject({ touched: 1, without: 3, gained: 1 })
    expect(row('furniture')).toMatchObject({ gained: 0, lost: 0 })
    expect(result.mentions(row('gloss'))).toHaveLength(1)
    expect(result.columns.map((c) => c.name).sort()).toEqual(Object.keys(result.rows[0]!).sort())
  })

  test('misuse', async () => {
    await expect(audit([], {} as never)).rejects.toThrow(/vocabulary/)
    await expect(audit([], { vocabulary, steps: ['wash' as never] })).rejects.toThrow(/steps expects/)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clusterReprints, measureText, type ReprintInput, readReport } from '../../src/report/index'
import { readSignature } from '../../src/report/signature'
import { BOILERPLATE, cut, glossed, inventReport, random } from './reprint-corpus'

const signatureOf = (text: string, title?: string) =>
  readReport(title === undefined ? { text } : { text, title }).row.signature

const signatureFrom = (values: readonly number[]): string => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, i) => void bytes.writeUInt32BE(value, i * 4))
  return bytes.toString('base64url')
}

interface Made extends ReprintInput {
  readonly cluster: number
  readonly how: string
}

/** Clusters of an original and what mirrors made of it. */
function corpus(seed: number, clusters: number): Made[] {
  const next = random(seed)
  const made: Made[] = []
  for (let cluster = 0; cluster < clusters; cluster++) {
    const text = inventReport(next, 14 + Math.floor(next() * 40)).join('\n')
    const versions: readonly (readonly [how: string, text: string, title: string | undefined])[] = [
      ['original', text, '松屏县部署冬修水利'],
      ['retitled', text, '开足马力干到年底'],
      ['cut head 30 %', cut(text, 0.3, 0), undefined],
      ['cut tail 30 %', cut(text, 0, 0.3), undefined],
      ['cut both 15 %', cut(text, 0.15, 0.15), undefined],
      ['glossed', glossed(text), undefined],
      [
        'a character in a hundred lost, cut 20 %',
        cut(text, 0, 0.2).replace(/[^\n]/g, (c) => (next() < 0.01 ? '' : c)),
        undefined,
      ],
      ['glossed and cut', cut(glossed(text), 0.1, 0.2), '另一个标题'],
    ]
    versions.forEach(([how, version, title], i) => {
      made.push({
        id: `${cluster}-${i}`,
        cluster,
        how,
        date: `2023-0${1 + (cluster % 9)}-1${i}`,
        signature: signatureOf(version, title),
      })
    })
  }
  return made
}

const made = corpus(7, 150)
const byId = new Map(made.map((m) => [m.id, m]))
const found = clusterReprints(made)

describe('clusterReprints', () => {
  it('finds cut, retitled, traditional and glossed copies', () => {
    const hits = new Map<string, [right: number, of: number]>()
    for (const m of made) {
      if (m.how === 'original') continue
      const tally = hits.get(m.how) ?? [0, 0]
      tally[1]++
      if (found.reprintOf.get(m.id) === `${m.cluster}-0`) tally[0]++
      hits.set(m.how, tally)
    }
    const right = [...hits.values()].reduce((n, [r]) => n + r, 0)
    const of = [...hits.values()].reduce((n, [, all]) => n + all, 0)
    console.log(
      `reprints: recall ${(right / of).toFixed(4)} (${right} of ${of}): ${[...hits].map(([how, [r, n]]) => `${how} ${r}/${n}`).join(', ')}`,
    )
    expect(right / of).toBeGreaterThanOrEqual(0.99)
  })

  it('joins nothing that is not the same text', () => {
    const wrong = found.edges.filter((e) => byId.get(e.original)!.cluster !== byId.get(e.reprint)!.cluster)
    console.log(
      `reprints: precision ${(1 - wrong.length / found.edges.length).toFixed(4)} (${found.edges.length} edges)`,
    )
    expect(wrong).toEqual([])
  })

  it('keeps apart reports on one template: more than a third of their clauses are the same set phrases', () => {
    const next = random(11)
    const rows = Array.from({ length: 200 }, (_, i) => {
      const own = inventReport(next, 11)
      const text = [own[0]!, ...BOILERPLATE.slice(0, 2), ...own.slice(1), ...BOILERPLATE.slice(2)].join('\n')
      return { id: `t${i}`, date: `2024-01-${String(1 + (i % 28)).padStart(2, '0')}`, signature: signatureOf(text) }
    })
    const merged = clusterReprints(rows).edges
    console.log(`reprints: ${merged.length} of 200 reports on one template joined`)
    expect(merged.length).toBe(0)
  })

  it('does not join two texts through a round-up that holds both', () => {
    const next = random(5)
    const a = inventReport(next, 20).join('\n')
    const b = inventReport(next, 20).join('\n')
    const rows = [
      { id: 'a', date: '2023-05-01', signature: signatureOf(a) },
      { id: 'b', date: '2023-05-02', signature: signatureOf(b) },
      { id: 'both', date: '2023-05-03', signature: signatureOf(`${a}\n${b}`) },
    ]
    const { reprintOf } = clusterReprints(rows)
    expect(reprintOf.get('b')).toBeUndefined()
    expect(reprintOf.get('both')).toBe('a')
  })

  it('takes the earliest dated member as original, then the smaller id; undated ones come last', () => {
    const signature = signatureOf(inventReport(random(3), 20).join('\n'))
    const rows = (dates: (string | null)[]) => dates.map((date, i) => ({ id: `r${i}`, date, signature }))
    const original = (dates: (string | null)[]) => [...new Set(clusterReprints(rows(dates)).reprintOf.values())]
    expect(original(['2023-05-03', '2023-05-01', '2023-05-02'])).toEqual(['r1'])
    expect(original(['2023-05-01', '2023-05-01', '2023-05-01'])).toEqual(['r0'])
    expect(original([null, 'XXXX-01-01', '2023-05-02'])).toEqual(['r2'])
    expect(original(['2023-05', '2023-05-31', null])).toEqual(['r1'])
  })

  it('gives the lag in days, null where a date is not whole', () => {
    const signature = signatureOf(inventReport(random(3), 20).join('\n'))
    const { edges } = clusterReprints([
      { id: 'a', date: '2024-02-28', signature },
      { id: 'b', date: '2024-03-02', signature },
      { id: 'c', date: '2024-04', signature },
    ])
    expect(edges).toEqual([
      { original: 'a', reprint: 'b', lagDays: 3, overlap: 1 },
      { original: 'a', reprint: 'c', lagDays: null, overlap: 1 },
    ])
  })

  it('wants a late copy to be the same almost to the word: notices are worded alike every year', () => {
    const values = Array.from({ length: 16 }, (_, i) => 1000 * (i + 1))
    const changed = values.map((v, i) => (i % 4 === 1 ? v + 1 : v)) // 12 of 16 features shared
    const pair = (date: string) => [
      { id: 'a', date: '2023-01-10', signature: signatureFrom(values) },
      { id: 'b', date, signature: signatureFrom(changed) },
    ]
    expect(clusterReprints(pair('2023-01-12')).edges).toMatchObject([{ overlap: 0.75 }])
    expect(clusterReprints(pair('2024-01-10')).edges).toEqual([])
  })

  it('does not depend on the order of the input', () => {
    const few = made.slice(0, 70)
    const expected = clusterReprints(few)
    fc.assert(
      fc.property(fc.shuffledSubarray(few, { minLength: few.length }), (rows) => {
        const again = clusterReprints(rows)
        expect(again.edges).toEqual(expected.edges)
      }),
      { numRuns: 20 },
    )
  })

  it('leaves short texts, equal ids and empty input alone', () => {
    expect(clusterReprints([]).edges).toEqual([])
    expect(signatureOf('今天开会。')).toBeNull()
    expect(
      clusterReprints([
        { id: 'a', date: null, signature: null },
        { id: 'b', date: null, signature: null },
      ]).edges,
    ).toEqual([])
  })
})

describe('measureText', () => {
  it('counts code points without white space', () => {
    const text = '一 二\u3000三𠮷四\tA'
    expect(measureText(text, [{ start: 0, end: text.length }]).characters).toBe(6)
  })

  it('is the same for half- and full-width punctuation and without quotation marks', () => {
    const text = inventReport(random(9), 12).join('')
    const half = text.replace(/，/g, ',').replace(/这里/g, '“这里”')
    const whole = (t: string) => measureText(t, [{ start: 0, end: t.length }]).signature
    expect(whole(half)).toBe(whole(text))
  })

  it('writes at most 64 bytes that read back in ascending order', () => {
    const text = inventReport(random(13), 60).join('\n')
    const { signature } = measureText(text, [{ start: 0, end: text.length }])
    const values = readSignature(signature)
    expect(values.length).toBe(16)
    expect([...values]).toEqual([...values].sort((a, b) => a - b))
    expect(signature!.length).toBeLessThanOrEqual(86)
    expect(readSignature('不是')).toHaveLength(0)
  })
})

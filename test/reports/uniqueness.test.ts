import { expect, it } from 'vitest'
import { codedCorpus } from './coded'
import { intended, keyOf, story } from './corpus'
import { hanSentences, sharedSentences } from './sentences'

const chain = new Set(story.reprints.flatMap((r) => [r.original, ...r.copies]))

it('no two reports share a sentence but the reprint chain', async () => {
  const texts = (await codedCorpus()).reports.map((r) => [keyOf(r), r.text ?? ''] as const)
  expect(texts.map(([key]) => key).sort()).toEqual(intended.map(keyOf).sort())
  expect(texts.reduce((n, [, text]) => n + hanSentences(text).length, 0)).toBeGreaterThan(750)

  const shared = sharedSentences(texts)
  expect(shared.filter((s) => !s.texts.every((t) => chain.has(t)))).toEqual([])
  expect(shared.filter((s) => s.texts.every((t) => chain.has(t))).length).toBeGreaterThan(5)
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../src/text'

const corpus = join(process.env['TIFA_SHARED'] ?? '../shared', 'data/xwlb.jsonl.gz')

// Needs the transcripts beside the checkout (TIFA_SHARED); skipped without them.
describe.skipIf(!existsSync(corpus))(`24,100 transcripts (${corpus})`, () => {
  it('pass without an exception, nearly all unchanged, none called damaged', () => {
    const lines = gunzipSync(readFileSync(corpus)).toString('utf8').split('\n').filter(Boolean)
    const cpu = () => {
      const { user, system } = process.cpuUsage()
      return (user + system) / 1000
    }
    let start = cpu()
    const texts = lines.map((line) => (JSON.parse(line) as { text: string }).text)
    const parsed = cpu() - start
    let units = 0
    let furniture = 0
    let damaged = 0
    let repaired = 0
    const run = () => {
      units = furniture = damaged = repaired = 0
      for (const text of texts) {
        const clean = cleanText(text)
        units += text.length
        for (const piece of clean.furniture) furniture += piece.text.length
        damaged += clean.damaged.length
        repaired += clean.steps[3]!.edits
      }
    }
    run()
    start = cpu()
    run()
    const cleaned = cpu() - start
    console.log(
      `cleaning ${((units / cleaned) * 1e-3).toFixed(0)} M characters/s of CPU, ${(cleaned / parsed).toFixed(2)} × JSON.parse; ` +
        `${furniture} of ${units} characters taken for furniture, ${repaired} repairs, ${damaged} damaged places`,
    )
    expect(lines.length).toBe(24_100)
    expect(furniture / units).toBeLessThan(0.0005)
    expect(damaged).toBe(0)
  })
})

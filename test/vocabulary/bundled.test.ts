import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { generated } from '../../scripts/vocabulary-ids'
import { type DefaultConceptId, vocabulary } from '../../src/defaults/index'
import { findConcepts, lintVocabulary, loadVocabulary } from '../../src/vocabulary/index'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'data/vocabulary')

describe('the bundled vocabulary', () => {
  it('is what its files hold, and every field is valid', async () => {
    const files = readdirSync(folder)
      .filter((f) => f.endsWith('.json'))
      .sort((a) => (a === 'index.json' ? -1 : 1))
      .map((name) => ({ name, content: readFileSync(join(folder, name), 'utf8') }))
    const loaded = await loadVocabulary(files)
    expect(loaded.hash).toBe(vocabulary.hash)
    expect(loaded.version).toBe(vocabulary.version)
    const byId = new Map(loaded.concepts.map((c) => [c.id, c]))
    for (const c of vocabulary.concepts) expect(c).toEqual(byId.get(c.id))
  })
  it('its generated files are up to date (npx tsx scripts/vocabulary-ids.ts)', () => {
    for (const [path, content] of Object.entries(generated()))
      expect(readFileSync(join(root, path), 'utf8')).toBe(content)
  })
  it('one concept a line, so that changes read well', () => {
    for (const name of readdirSync(folder).filter((f) => f.endsWith('.json') && f !== 'index.json')) {
      const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n')
      expect([name, lines[0], lines.at(-1)]).toEqual([name, '[', ']'])
      for (const line of lines.slice(1, -1)) expect(() => JSON.parse(line.replace(/,$/, ''))).not.toThrow()
    }
  })
  it('lints without errors: every example passes', () => {
    expect(lintVocabulary(vocabulary).filter((f) => f.severity === 'error')).toEqual([])
  })
  it('its ids are a literal union', () => {
    const id: DefaultConceptId = 'xiang-mu-wei-wang'
    // @ts-expect-error no such concept
    const wrong: DefaultConceptId = 'xiang-mu-wei-wan'
    expect(vocabulary.concepts.some((c) => c.id === id)).toBe(true)
    expect(vocabulary.concepts.some((c) => c.id === wrong)).toBe(false)
  })
  it('finds', () => {
    expect(findConcepts('坚持“项目为王”', vocabulary).map((m) => m.concept.id)).toEqual(['xiang-mu-wei-wang'])
  })
})

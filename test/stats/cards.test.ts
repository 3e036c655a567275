import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { exportedMeasures, measuresPage, readCards } from '../../scripts/measures'

const cards = await readCards()
const SECTIONS = ['Formula', 'Input', 'Result', 'Edges', 'Assumes', 'Source', 'Oracle']

/** Papers and books by an address that stays: DOI, ISBN, arXiv, an archive, or a printed place with pages. */
const LASTING = /doi:10\.\d{4,}\/\S+|ISBN [\d-]{10,}|arXiv:\d|https:\/\/\S+|, \d+–\d+/

describe('measure cards', () => {
  it('there is one for every exported measure', () => {
    expect(cards.map((card) => card.name)).toEqual(exportedMeasures().map(({ name }) => name))
    expect(cards.length).toBeGreaterThan(70)
  })
  it.each(cards.map((card) => [card.name, card] as const))('%s says all a reader needs', (_, card) => {
    expect([...card.sections.keys()]).toEqual(SECTIONS)
    expect(card.question).toContain('?')
    for (const section of card.sections.values()) expect(section.length).toBeGreaterThan(10)
    expect(card.sections.get('Source')).toMatch(LASTING)
  })
  it('no two ask the same question', () => {
    expect(new Set(cards.map((card) => card.question)).size).toBe(cards.length)
  })
  it('docs/measures.md is what they make (npx tsx scripts/measures.ts)', () => {
    const page = readFileSync(fileURLToPath(new URL('../../docs/measures.md', import.meta.url)), 'utf8')
    expect(page).toBe(measuresPage(cards))
  })
})

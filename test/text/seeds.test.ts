import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cleanText, foldForComparison } from '../../src/text'

const shared = join(process.env['TIFA_SHARED'] ?? '../shared', 'data')
const present = existsSync(join(shared, 'seeds'))
const names = present ? readdirSync(join(shared, 'seeds')) : []

// Needs the five real reports beside the checkout (TIFA_SHARED); skipped without them.
describe.skipIf(!present)('the five real reports', () => {
  it.each(names)('%s: Han characters and digits as cleaned by hand', (name) => {
    const source = readFileSync(join(shared, 'seeds', name), 'utf8')
    const wanted = readFileSync(join(shared, 'seeds-clean', name), 'utf8')
    const clean = cleanText(source, { skip: ['furniture'] })
    expect(foldForComparison(clean.text)).toBe(foldForComparison(wanted))
    expect(clean.damaged).toEqual([])
  })

  it.each(names)('%s: text and furniture together are the whole', (name) => {
    const source = readFileSync(join(shared, 'seeds', name), 'utf8')
    const clean = cleanText(source)
    const count = (text: string) => foldForComparison(text).length
    const all = count(cleanText(source, { skip: ['furniture'] }).text)
    expect(count(clean.text) + clean.furniture.reduce((sum, piece) => sum + count(piece.text), 0)).toBe(all)
  })

  it('says which furniture it took', () => {
    const kinds = names.map((name) =>
      cleanText(readFileSync(join(shared, 'seeds', name), 'utf8')).furniture.map(({ kind }) => kind),
    )
    expect(kinds).toEqual([
      ['editors'],
      ['meta-line', 'editors', 'footer', 'footer', 'footer', 'footer'],
      ['credit', 'credit', 'widget'],
      ['editor-code'],
      [],
    ])
  })
})

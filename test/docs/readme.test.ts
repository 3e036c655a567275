import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fenced, partOf, root, runPrinted, tidy, trendPicture, trendTable } from '../../scripts/docs'

const readme = readFileSync(join(root, 'README.md'), 'utf8')

describe('README', () => {
  it('prints what its quick start prints', () => {
    const part = partOf(readme, 'quick-start')
    expect(tidy(runPrinted(fenced(part, 'ts')))).toBe(tidy(fenced(part, 'text')))
  })

  it('prints the beginning of what its first command prints', () => {
    expect(tidy(fenced(partOf(readme, 'trend-table'), 'text'))).toBe(tidy(trendTable(readme)))
  })

  it('shows the picture that the sample corpus gives', () =>
    expect(readFileSync(join(root, 'docs', 'trends.svg'), 'utf8')).toBe(trendPicture()))

  it('stays under 200 lines and shows a picture that is there', () => {
    expect(readme.split('\n').length).toBeLessThan(200)
    const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g)].map((m) => m[1]!)
    expect(pictures.length).toBeGreaterThan(0)
    for (const picture of pictures) expect(readFileSync(join(root, picture), 'utf8')).toMatch(/^<svg /)
  })
})

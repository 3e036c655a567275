import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { GAP } from '../../src/mention/themes/cue-index'
import { frameRules, silentWords, themeFiles } from '../../src/mention/themes/theme-files'

const scheme = JSON.parse(readFileSync(new URL('../../data/vocabulary/index.json', import.meta.url), 'utf8'))
  .categories as Record<string, { sub: Record<string, string> }>
const themes = themeFiles.flatMap((file) => file.themes.map((theme) => ({ file, theme })))
const cuesOf = (theme: (typeof themes)[number]['theme']) =>
  theme.cues.flatMap((group) =>
    group.terms
      .join(' ')
      .split(' ')
      .map((cue) => ({ cue, strength: group.strength })),
  )

describe('cue lists', () => {
  it('have every category of the scheme, and say which themes stand beside it', () => {
    const wanted = Object.entries(scheme).flatMap(([top, { sub }]) => Object.keys(sub).map((s) => `${top}.${s}`))
    expect(wanted).toHaveLength(84)
    const inside = themes.filter(({ file }) => file.inScheme).map(({ theme }) => theme.category)
    expect([...inside].sort()).toEqual([...wanted].sort())
    for (const { file, theme } of themes) {
      expect(theme.category.startsWith(`${file.top}.`)).toBe(true)
      if (!file.inScheme) expect(scheme[file.top]).toBeUndefined()
    }
  })

  it.each(themes.map(({ theme }) => [theme.category, theme] as const))(
    '%s: each cue once, usable, with a reason',
    (_, theme) => {
      const seen = new Set<string>()
      for (const { cue, strength } of cuesOf(theme)) {
        expect(['strong', 'medium', 'weak']).toContain(strength)
        expect(seen.has(cue), cue).toBe(false)
        seen.add(cue)
        const parts = cue.split('…')
        expect(parts.length, cue).toBeLessThanOrEqual(2)
        for (const part of parts) expect(part.length, cue).toBeGreaterThanOrEqual(2)
      }
      expect(theme.cues.every((group) => group.reason.length > 5)).toBe(true)
      expect([...cuesOf(theme)].some(({ strength }) => strength === 'strong')).toBe(true)
    },
  )

  it('silence words that hold a cue, and no cue', () => {
    const cues = new Set(themes.flatMap(({ theme }) => cuesOf(theme).map(({ cue }) => cue)))
    for (const word of silentWords) {
      expect(cues.has(word), word).toBe(false)
      expect(
        [...cues].some((cue) => word.includes(cue)),
        word,
      ).toBe(true)
    }
  })

  it('have frames that close, each with a reason', () => {
    for (const rule of frameRules) {
      expect(rule.reason.length).toBeGreaterThan(5)
      expect(rule.open.length).toBeGreaterThan(0)
      expect(Boolean(rule.toEnd) || (rule.close?.length ?? 0) > 0).toBe(true)
    }
    expect(GAP).toBeLessThan(20)
  })
})

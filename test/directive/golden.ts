import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPeople } from '../../src/report/people'
import type { Paragraph, Report } from '../../src/report/report'
import type { CleanText } from '../../src/text/clean-text'

/** A hand-coded unit: `[[source|cue|text]]` in the file, `-` for none. */
export interface CodedUnit {
  readonly source: string | null
  readonly cue: string | null
  readonly start: number
  readonly end: number
  readonly text: string
}

/** A hand-coded look-alike: `<<class|text>>`. */
export interface CodedRefusal {
  readonly class: string
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface Golden {
  readonly name: string
  readonly patterns: readonly string[]
  readonly titleLines: number
  readonly text: string
  readonly units: readonly CodedUnit[]
  readonly refusals: readonly CodedRefusal[]
}

/** Reads one coded report: header lines, `---`, and the text with its codes in brackets. */
export function parseGolden(name: string, file: string): Golden {
  const [header = '', body = ''] = file.split('---\n')
  const field = (key: string) =>
    header
      .split('\n')
      .find((l) => l.startsWith(`${key}:`))
      ?.slice(key.length + 1)
      .trim() ?? ''
  const units: CodedUnit[] = []
  const refusals: CodedRefusal[] = []
  let text = ''
  let open: { kind: 'unit' | 'refusal'; fields: string[]; start: number } | undefined
  const s = body.trimEnd()
  for (let i = 0; i < s.length; ) {
    const two = s.slice(i, i + 2)
    if (two === '[[' || two === '<<') {
      const parts = two === '[[' ? 2 : 1
      let at = i + 2
      const fields: string[] = []
      for (let k = 0; k < parts; k++) {
        const bar = s.indexOf('|', at)
        fields.push(s.slice(at, bar))
        at = bar + 1
      }
      open = { kind: two === '[[' ? 'unit' : 'refusal', fields, start: text.length }
      i = at
    } else if (open && (two === ']]' || two === '>>')) {
      const range = { start: open.start, end: text.length, text: text.slice(open.start) }
      const [a = '', b = ''] = open.fields
      if (open.kind === 'unit') units.push({ source: a === '-' ? null : a, cue: b === '-' ? null : b, ...range })
      else refusals.push({ class: a, ...range })
      open = undefined
      i += 2
    } else text += s[i++]
  }
  return {
    name,
    patterns: field('patterns').split(' ').filter(Boolean),
    titleLines: Number(field('title') || 0),
    text,
    units,
    refusals,
  }
}

/**
 * All coded reports of a folder, by name: `golden` was coded by the codebook before the rules were written, `reviewed` is output
 * of the rules that was read and accepted, `second` is ten of the first coded again.
 */
export function readGoldens(folder: 'golden' | 'reviewed' | 'second' = 'golden'): Golden[] {
  const dir = fileURLToPath(new URL(`./${folder}/`, import.meta.url))
  return readdirSync(dir)
    .filter((f) => f.endsWith('.txt'))
    .sort()
    .map((f) => parseGolden(f.slice(0, -4), readFileSync(join(dir, f), 'utf8')))
}

/** A report over text that is clean already: identity map, one paragraph a line. */
export function reportOf(text: string, options: { id?: string; titleLines?: number } = {}): Report {
  const paragraphs: Paragraph[] = []
  let at = 0
  let titles = options.titleLines ?? 0
  for (const line of text.split('\n')) {
    const start = at + (line.length - line.trimStart().length)
    const end = at + line.trimEnd().length
    if (end > start) paragraphs.push({ start, end, role: titles-- > 0 ? 'title' : 'body' })
    at += line.length + 1
  }
  const span = (start: number, end: number) => ({ start, end })
  const clean: CleanText = {
    source: text,
    text,
    map: { toSource: span, toClean: span },
    script: 'hans',
    steps: [],
    furniture: [],
    damaged: [],
    issues: [],
  }
  const row = { id: options.id ?? 'r', issues: [] } as unknown as Report['row']
  return { row, source: text, bodyShift: 0, clean, paragraphs, people: findPeople(text, paragraphs) }
}

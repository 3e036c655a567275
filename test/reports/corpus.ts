// The sample corpus and what it was written to show.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Place } from '../../src/report/place'

export const folder = fileURLToPath(new URL('../../data/reports/', import.meta.url))
const json = (url: string): unknown => JSON.parse(readFileSync(new URL(url, import.meta.url), 'utf8'))

type Series = readonly (number | null)[]

export interface Pattern {
  readonly concept: string
  readonly label: string
  readonly kind: 'rise' | 'fall' | 'bundle' | 'replaced' | 'replacing' | 'burst' | 'spread' | 'entry' | 'constant'
  readonly note: string
  /** Mentions in directives, mentions anywhere, reports with a mention: by month, null where there is no report. */
  readonly directive: Series
  readonly all: Series
  readonly reports: Series
}

export interface Story {
  readonly months: readonly string[]
  readonly coverage: {
    readonly first: string
    readonly last: string
    readonly missing: readonly string[]
    readonly partial: readonly string[]
  }
  readonly reports: Series
  readonly directives: Series
  readonly undated: { readonly paths: readonly string[]; readonly reports: number; readonly directives: number }
  readonly refused: readonly { readonly path: string; readonly kind: string }[]
  readonly reprints: readonly { readonly original: string; readonly copies: readonly string[] }[]
  readonly patterns: readonly Pattern[]
  readonly spread: {
    readonly concept: string
    readonly adopted: readonly {
      readonly place: string
      readonly date: string
      readonly path: string
      readonly record?: number
    }[]
  }
  readonly bundle: {
    readonly concepts: readonly [string, string]
    readonly directivesWith: readonly [number, number]
    readonly directivesWithBoth: number
    readonly directives: number
  }
}

/** One input record as it was meant. A refused page has only `path` and `kind`. */
export interface Intended {
  readonly path: string
  readonly record?: number
  /** Number on its page, from the second report of the page on. */
  readonly part?: number
  readonly kind?: string
  readonly place?: string
  readonly date?: string | null
  readonly event?: string | null
  readonly eventEnd?: string
  readonly published?: string | null
  readonly outlet?: string | null
  readonly title?: string | null
  readonly reprintOf?: string
  readonly directives?: readonly { readonly source: string | null; readonly text: string }[]
}

export const story = json('../../data/reports/story.json') as Story
export const places = json('../../data/reports/places.json') as readonly Place[]
export const intended = json('./intended.json') as readonly Intended[]

/** Reports proper: neither refused nor reprints. */
export const reports = intended.filter((r) => !r.kind && !r.reprintOf)

/** Files of the folder that are about the corpus and not in it. */
export const companions = ['README.md', 'places.json', 'story.json']

export const inputFiles = readdirSync(folder)
  .filter((f) => !companions.includes(f))
  .sort()

interface Named {
  readonly id?: string
  readonly path: string | null
  readonly record?: number | null
  readonly part?: number
}

/** What tells one report from another: file name, the line for records of a file, the number on the page from the second on. */
export const keyOf = ({ id, path, record, part }: Named): string => {
  const name = (path ?? '').replace(/^.*[\\/]/, '')
  const onPage = part ?? /~(\d+)$/.exec(id ?? '')?.[1]
  return name + (name.endsWith('.jsonl') ? `#${record}` : '') + (onPage ? `~${onPage}` : '')
}

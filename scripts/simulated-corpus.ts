import type { ConceptInfo, Directive, Mention, ReportRow, Study } from '../src/index'
import { resample } from '../src/stats/index'

export type Random = ReturnType<typeof resample.random>

/** A corpus without any text: what statistics read of one. */
export interface CorpusPlan {
  readonly months: number
  readonly places: number
  /** Mean number of reports of a place in a month. */
  readonly reports: (place: number, month: number) => number
  /** Directives of a report. */
  readonly directives: (random: Random) => number
  /** Mentions of each concept in a report's directives: one list of directive positions a concept. */
  readonly mentions: (context: ReportContext) => readonly (readonly number[])[]
  /** Copies of each report that other outlets print. */
  readonly copies?: (random: Random) => number
}

export interface ReportContext {
  readonly place: number
  readonly month: number
  readonly directives: number
  readonly random: Random
}

export const CONCEPTS = ['x', 'y'] as const

/** Draws a corpus. Every place has its own random share and length of reports only through the plan. */
export function drawCorpus(plan: CorpusPlan, random: Random): Study {
  const reports: ReportRow[] = []
  const directives: Directive[] = []
  const mentions: Mention[] = []
  for (let month = 0; month < plan.months; month++)
    for (let place = 0; place < plan.places; place++)
      for (let k = poisson(plan.reports(place, month), random); k > 0; k--) {
        const id = `r${reports.length}`
        const n = plan.directives(random)
        const date = `${2020 + Math.floor(month / 12)}-${two((month % 12) + 1)}-${two(1 + random.below(28))}`
        const said = plan.mentions({ place, month, directives: n, random })
        const copies = plan.copies?.(random) ?? 0
        for (let copy = 0; copy <= copies; copy++)
          addReport(copy === 0 ? id : `${id}c${copy}`, copy === 0 ? null : id, {
            date,
            place,
            n,
            said,
            length: 300 + 200 * n,
          })
      }
  // The whole of the first and last month is covered.
  return {
    reports,
    directives,
    mentions,
    concepts: CONCEPTS.map(
      (name): ConceptInfo => ({ id: name, label: name, gloss: null, category: 'a.b', grade: 'core', level: null }),
    ),
    method: {
      tifa: '',
      rules: '',
      vocabulary: { id: '', version: '', hash: '', concepts: 2 },
      cleaning: [],
      overlap: 'nested',
      segmenter: null,
      kinds: 'any',
      inferYears: false,
      corpus: '',
      reports: reports.length,
      excluded: 0,
      undated: 0,
    },
  }

  function addReport(
    id: string,
    reprintOf: string | null,
    r: { date: string; place: number; n: number; said: readonly (readonly number[])[]; length: number },
  ) {
    reports.push({
      id,
      date: r.date,
      datePrecision: 'day',
      dateBasis: 'published',
      dateEvidence: null,
      province: `p${r.place % 3}`,
      city: `c${r.place}`,
      county: null,
      outlet: reprintOf === null ? `o${r.place}` : 'copy',
      excluded: null,
      reprintOf,
      characters: r.length,
      words: null,
      path: null,
      record: null,
      sourceHash: null,
    } as unknown as ReportRow)
    for (let d = 0; d < r.n; d++)
      directives.push({
        id: `${id}#${d}`,
        reportId: id,
        index: d,
        cleanStart: d * 1000,
        text: '',
        segments: 1,
        characters: 200,
        leaderId: null,
        categories: [],
        ordinal: null,
      } as unknown as Directive)
    r.said.forEach((positions, c) => {
      positions.forEach((d, j) => {
        mentions.push({
          id: `${id}#${c}m${j}`,
          reportId: id,
          directiveId: `${id}#${d}`,
          paragraph: 0,
          concept: CONCEPTS[c]!,
          label: CONCEPTS[c]!,
          category: 'a.b',
          form: 'x',
          field: 'text',
          cleanStart: d * 1000 + c * 100 + j,
          cleanEnd: d * 1000 + c * 100 + j + 1,
          zone: 'directive',
          stance: 'promoted',
          quoted: false,
          grade: 'core',
          nestedIn: null,
          shadowedBy: null,
        } as unknown as Mention)
      })
    })
  }
}

/** A Poisson number (Knuth's product for small means, in pieces for large ones). */
export function poisson(mean: number, random: Random): number {
  let n = 0
  let left = mean
  while (left > 30) {
    n += poisson(30, random)
    left -= 30
  }
  const limit = Math.exp(-left)
  for (let product = random.uniform(); product > limit; product *= random.uniform()) n++
  return n
}

/** A gamma number of a whole shape and mean 1: what makes places and reports differ. */
export function uneven(shape: number, random: Random): number {
  let sum = 0
  for (let k = 0; k < shape; k++) sum -= Math.log(1 - random.uniform())
  return sum / shape
}

/** `n` of the directives, or all, without repeats. */
export function someOf(directives: number, n: number, random: Random): number[] {
  const all = Array.from({ length: directives }, (_, d) => d)
  return resample.shuffle({ values: all, random }).slice(0, n)
}

function two(n: number): string {
  return n < 10 ? `0${n}` : String(n)
}

import edges from '../../data/analysis/phrase-edges.json' with { type: 'json' }
import {
  byCodePoint,
  byCodePointNullLast,
  leaderOf,
  type Observation,
  type Observed,
  observe,
  placeOf,
  type ReprintPolicy,
  timeOf,
} from '../observation'
import { keyness, phrase as phraseStats } from '../stats'
import { column } from './columns'
import { coveredSpans } from './coverage'
import { methodOf } from './method'
import { type PhraseCandidate, phraseCandidates } from './phrase-candidates'
import { quotedPhrases } from './quoted-phrases'
import type { Result } from './result'
import { wholeOption } from './sampling'

export interface DiscoverOptions {
  /** Fewest reports. Default 3. */
  readonly minimum?: number
  /** Fewest places with reports of it. Default 0: reports need not name a place. */
  readonly places?: number
  /** Shortest and longest phrase in characters. Default 3 and 12. */
  readonly shortest?: number
  readonly longest?: number
  /** Give at most this many. Default 200. */
  readonly limit?: number
  readonly reprints?: ReprintPolicy
}

/** One candidate for a new entry of the vocabulary. */
export interface DiscoverRow {
  readonly phrase: string
  readonly score: number
  readonly tokens: number
  readonly documents: number
  readonly directives: number
  readonly leaders: number
  readonly places: number
  readonly quoted: number
  readonly quotedShare: number
  readonly npmi: number
  readonly leftEntropy: number
  readonly rightEntropy: number
  readonly cValue: number
  /** Conservative log ratio of the later against the earlier half of the dated reports, in bits: above 0 newer. */
  readonly novelty: number | null
  readonly firstDate: string | null
  readonly lastDate: string | null
  readonly example: string
  readonly reports: number
}

/**
 * Which formulations does the vocabulary lack? Phrases in directives that no concept covers, as a queue for a reader.
 *
 * Runs that begin or end in function characters, or that are another candidate behind a directive's verb, are left
 * out (data/analysis/phrase-edges.json). Text between punctuation is cut where a mention stands, so known
 * formulations and their fragments cannot come up. A phrase must hold together (NPMI over its weakest cut), stand
 * freely (entropy of its neighbours on both sides; set off by punctuation or quotation marks counts as free) and be
 * spread (reports, not occurrences: one wordy report is no evidence): score = max(0, NPMI) × min(left, right entropy)
 * × log2(1 + reports) × (1 + share in quotation marks). A phrase four fifths of whose reports also have a longer
 * candidate that holds it is left to that one. `novelty` is the LRC (Evert 2022) of later against earlier reports.
 *
 * Rows: by score, then phrase. A candidate is a question to a coder, not a finding.
 *
 * @throws TifaError `invalid-option`
 * @example discover(study, { minimum: 5 }).rows.slice(0, 20).map((r) => [r.phrase, r.documents, r.quotedShare, r.example])
 */
export function discover(study: Observed, options: DiscoverOptions = {}): Result<DiscoverRow> {
  const minimum = wholeOption('minimum', options.minimum ?? 3, 1)
  const places = wholeOption('places', options.places ?? 0, 0)
  const shortest = wholeOption('shortest', options.shortest ?? 3, 2)
  const longest = wholeOption('longest', options.longest ?? 12, shortest)
  const limit = wholeOption('limit', options.limit ?? 200, 1)
  const observation = observe(study, options)
  const pieces = piecesOf(observation)
  const candidates = withCleanEdges(phraseCandidates(pieces, { shortest, longest, minimum }))
  const quoted = quotedOccurrences(observation)
  const cValues = phraseStats.cvalue({ freq: Object.fromEntries(candidates.map((c) => [c.phrase, c.tokens])) }).terms
  const containers = containersOf(candidates)
  const halves = halvesOf(observation)
  const rows = candidates
    .filter((c) => !containers.has(c.phrase))
    .map((c) => candidateRow(observation, c, quoted.get(c.phrase) ?? 0, cValues[c.phrase]?.cValue ?? 0, halves))
    .filter((row) => row.score > 0 && row.places >= places)
    .sort((a, b) => b.score - a.score || byCodePoint(a.phrase, b.phrase))
    .slice(0, limit)
  return {
    kind: 'discover',
    rows,
    columns: DISCOVER_COLUMNS,
    method: methodOf(study, {
      analysis: 'discover',
      unit: 'phrase in directives',
      denominator: `${observation.reports.length} reports`,
      reprints: observation.reprints,
      notes: [
        `phrases of ${shortest} to ${longest} characters in at least ${minimum} reports and ${places} places, outside mentions`,
      ],
    }),
    mentions: () => [],
  }
}

/**
 * Stretches of directives without punctuation, marks, digits in Latin script, or mentions; the text of each is its
 * report.
 */
function piecesOf(observation: Observation): { text: number; piece: string; directive: number }[] {
  const covered = coveredSpans(observation)
  const pieces: { text: number; piece: string; directive: number }[] = []
  for (const [d, directive] of observation.directives.entries()) {
    const { text, cleanStart } = directive
    let from = -1
    const close = (to: number) => {
      if (from >= 0 && to - from >= 2)
        pieces.push({ text: observation.reportOfDirective[d]!, piece: text.slice(from, to), directive: d })
      from = -1
    }
    for (let i = 0; i < text.length; i++) {
      const open = isHan(text.charCodeAt(i)) && !covered(d, cleanStart + i, cleanStart + i + 1)
      if (open && from < 0) from = i
      if (!open) close(i)
    }
    close(text.length)
  }
  return pieces
}

function isHan(c: number): boolean {
  return (c >= 0x4e00 && c <= 0x9fff) || (c >= 0x3400 && c <= 0x4dbf)
}

function quotedOccurrences(observation: Observation): Map<string, number> {
  const counts = new Map<string, number>()
  for (const directive of observation.directives)
    for (const { start, end } of quotedPhrases(directive.text)) {
      const phrase = directive.text.slice(start, end)
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1)
    }
  return counts
}

/**
 * Leaves out runs that begin or end in a function character, and those that are another candidate behind the verb of
 * a directive (推进…).
 */
function withCleanEdges(candidates: readonly PhraseCandidate[]): PhraseCandidate[] {
  const phrases = new Set(candidates.map((c) => c.phrase))
  return candidates.filter(
    ({ phrase }) =>
      !edges.begin.includes(phrase[0]!) &&
      !edges.end.includes(phrase.at(-1)!) &&
      !edges.openers.some(
        (opener) => phrase.startsWith(opener) && (phrase === opener || phrases.has(phrase.slice(opener.length))),
      ),
  )
}

/** Candidates most of whose reports have a longer candidate that holds them. */
function containersOf(candidates: readonly PhraseCandidate[]): Map<string, string> {
  const byPhrase = new Map(candidates.map((c) => [c.phrase, c]))
  const out = new Map<string, string>()
  for (const longer of candidates) {
    const letters = [...longer.phrase]
    for (const part of [letters.slice(1).join(''), letters.slice(0, -1).join('')]) {
      const shorter = byPhrase.get(part)
      if (
        shorter !== undefined &&
        longer.texts.length >= 0.8 * shorter.texts.length &&
        longer.tokens >= 0.8 * shorter.tokens
      )
        out.set(part, longer.phrase)
    }
  }
  return out
}

interface Halves {
  /** 0 earlier, 1 later, -1 undated, per report. */
  readonly of: Int8Array
  readonly earlier: number
  readonly later: number
}

function halvesOf(observation: Observation): Halves {
  const days = observation.reports.map((row) => (timeOf(row) === null ? null : row.date))
  const sorted = days.filter((d): d is string => d !== null).sort(byCodePoint)
  const middle = sorted[sorted.length >> 1] ?? ''
  const of = Int8Array.from(days, (d) => (d === null ? -1 : byCodePoint(d, middle) < 0 ? 0 : 1))
  return { of, earlier: of.filter((h) => h === 0).length, later: of.filter((h) => h === 1).length }
}

function candidateRow(
  observation: Observation,
  c: PhraseCandidate,
  quoted: number,
  cValue: number,
  halves: Halves,
): DiscoverRow {
  const reports = c.texts.map((r) => observation.reports[r]!)
  const places = new Set(reports.map((row) => placeOf(row, 'place')).filter((name) => name !== null))
  const holding = directivesWith(observation, c)
  const leaders = new Set(holding.map((d) => leaderOf(observation.directives.at(d)!)).filter((id) => id !== null))
  const dates = reports.filter((row) => timeOf(row) !== null).map((row) => row.date)
  dates.sort(byCodePointNullLast)
  const later = c.texts.filter((r) => halves.of[r] === 1).length
  const earlier = c.texts.filter((r) => halves.of[r] === 0).length
  const quotedShare = Math.min(1, quoted / c.tokens)
  const comparable = halves.later > 0 && halves.earlier > 0 && later + earlier > 0
  return {
    phrase: c.phrase,
    score: Math.max(0, c.npmi) * Math.min(c.left, c.right) * Math.log2(1 + c.texts.length) * (1 + quotedShare),
    tokens: c.tokens,
    documents: c.texts.length,
    directives: holding.length,
    leaders: leaders.size,
    places: places.size,
    quoted,
    quotedShare,
    npmi: c.npmi,
    leftEntropy: c.left,
    rightEntropy: c.right,
    cValue,
    novelty: comparable ? keyness.lrc({ o1: later, n1: halves.later, o2: earlier, n2: halves.earlier }).lrc : null,
    firstDate: dates[0] ?? null,
    lastDate: dates.at(-1) ?? null,
    example: holding.length === 0 ? '' : observation.directives[holding[0]!]!.text,
    reports: observation.reports.length,
  }
}

function directivesWith(observation: Observation, c: PhraseCandidate): number[] {
  const inReports = new Set(c.texts)
  const found: number[] = []
  for (const [d, directive] of observation.directives.entries())
    if (inReports.has(observation.reportOfDirective[d]!) && directive.text.includes(c.phrase)) found.push(d)
  return found
}

const DISCOVER_COLUMNS = [
  column('phrase', 'phrase', '短语'),
  column('score', 'score', '得分', { note: 'NPMI × free neighbours × spread × quotation; a ranking, no probability' }),
  column('tokens', 'token frequency', '出现次数', { unit: 'phrases' }),
  column('documents', 'document frequency', '篇频', { unit: 'reports', denominator: 'reports' }),
  column('directives', 'directive frequency', '指示频', { unit: 'directives' }),
  column('leaders', 'leaders', '领导数', { unit: 'leaders' }),
  column('places', 'places', '地方数', { unit: 'places' }),
  column('quoted', 'in quotation marks', '带引号次数', { unit: 'phrases', denominator: 'tokens' }),
  column('quotedShare', 'share in quotation marks', '带引号占比', { denominator: 'tokens' }),
  column('npmi', 'cohesion', '凝固度', { unit: 'NPMI, −1 to 1', note: 'weakest cut' }),
  column('leftEntropy', 'left freedom', '左邻熵', { unit: 'bits' }),
  column('rightEntropy', 'right freedom', '右邻熵', { unit: 'bits' }),
  column('cValue', 'C-value', 'C 值', { note: 'Frantzi, Ananiadou & Mima 2000' }),
  column('novelty', 'novelty', '新颖度', {
    unit: 'bits',
    note: 'LRC of the later against the earlier half of the dated reports',
  }),
  column('firstDate', 'first seen', '首见日期'),
  column('lastDate', 'last seen', '末见日期'),
  column('example', 'example', '例句'),
  column('reports', 'reports read', '报道篇数', { unit: 'reports' }),
]

import { TifaError } from '../error'
import type { Exposure } from '../observation'

/**
 * A numerator and what it is divided by.
 *
 * - `documents`   reports with at least one ÷ reports: a share, Wilson interval
 * - `directives`  directives with at least one ÷ directives: a share, Wilson interval
 * - `segments`    segments with at least one ÷ segments. Directives differ in length by writer: read it beside `directives`
 * - `mentions`    mentions ÷ reports: per report, Garwood interval
 * - `characters`  mentions per 10,000 characters of cleaned text, Garwood interval
 * - `words`       mentions per 10,000 words, only where a segmenter measured every report
 */
export type Measure = 'documents' | 'directives' | 'segments' | 'mentions' | 'characters' | 'words'

export interface MeasureInfo {
  readonly measure: Measure
  readonly numerator: 'documents' | 'directives' | 'segments' | 'tokens'
  readonly denominator: 'reports' | 'directives' | 'segments' | 'characters' | 'words'
  /** 1, or 10,000 for rates by text length. */
  readonly per: number
  /** A share of units (binomial) or a rate of events (Poisson). */
  readonly model: 'share' | 'rate'
  readonly unit: string
  readonly en: string
  readonly zh: string
}

const MEASURES: Readonly<Record<Measure, Omit<MeasureInfo, 'measure'>>> = {
  documents: {
    numerator: 'documents',
    denominator: 'reports',
    per: 1,
    model: 'share',
    unit: 'share of reports',
    en: 'document frequency per report',
    zh: '篇频率（占报道篇数）',
  },
  directives: {
    numerator: 'directives',
    denominator: 'directives',
    per: 1,
    model: 'share',
    unit: 'share of directives',
    en: 'directive frequency per directive',
    zh: '指示频率（占指示条数）',
  },
  segments: {
    numerator: 'segments',
    denominator: 'segments',
    per: 1,
    model: 'share',
    unit: 'share of segments',
    en: 'segment frequency per segment',
    zh: '分句频率（占指示分句数）',
  },
  mentions: {
    numerator: 'tokens',
    denominator: 'reports',
    per: 1,
    model: 'rate',
    unit: 'mentions per report',
    en: 'mentions per report',
    zh: '篇均次数',
  },
  characters: {
    numerator: 'tokens',
    denominator: 'characters',
    per: 10_000,
    model: 'rate',
    unit: 'mentions per 10,000 characters',
    en: 'mentions per 10,000 characters',
    zh: '每万字次数',
  },
  words: {
    numerator: 'tokens',
    denominator: 'words',
    per: 10_000,
    model: 'rate',
    unit: 'mentions per 10,000 words',
    en: 'mentions per 10,000 words',
    zh: '每万词次数',
  },
}

/** Looks a measure up. Throws `invalid-option` for an unknown one. */
export function measureNamed(name: string): MeasureInfo {
  if (!Object.hasOwn(MEASURES, name))
    throw new TifaError(
      'invalid-option',
      `measure expects one of ${Object.keys(MEASURES).join(', ')}; got ${JSON.stringify(name)}`,
    )
  return { measure: name as Measure, ...MEASURES[name as Measure] }
}

/** A measure's denominator; null where it was not measured (words without a segmenter). */
export function denominatorOf(exposure: Exposure, measure: MeasureInfo): number | null {
  return exposure[measure.denominator]
}

import type { Result } from '../analysis/result'

const REPRINTS = {
  original: 'reprints were clustered and only the earliest copy of a text was counted',
  all: 'reprints were counted as reports of their own',
  cluster: 'each reprint cluster was counted as one report',
} as const

/**
 * The paragraph for a paper's methods section: what was counted, out of what, by which versions, with which tests. Every
 * figure in it comes from `result.method`.
 */
export function methodText(result: Pick<Result<object>, 'method'>): string {
  const m = result.method
  const kinds = m.kinds === 'any' ? 'of any kind' : `of the kinds ${m.kinds.join(', ')}`
  return [
    `Coded with tifa ${m.tifa} (rules ${m.rules}) and the vocabulary ${m.vocabulary.id} ${m.vocabulary.version}`,
    ` (${m.vocabulary.concepts} concepts, hash ${m.vocabulary.hash.slice(0, 12)}), overlap policy “${m.overlap}”.`,
    ` The corpus (digest ${m.corpus.slice(0, 12)}) holds ${m.reports} reports; ${m.excluded} were refused by the document gate`,
    ` (kept: reports ${kinds}) and ${m.undated} could not be dated to the period.`,
    ` Analysis: ${m.analysis}${m.by ? ` by ${m.by}` : ''}; unit: ${m.unit}; denominator: ${m.denominator}; ${REPRINTS[m.reprints]}.`,
    m.inferYears ? ' Years missing from the text were inferred from recorded evidence.' : ' No year was inferred.',
    m.segmenter ? ` Words were counted with ${m.segmenter}.` : '',
    m.tests.length ? ` Tests: ${m.tests.join('; ')}${m.correction ? `; ${m.correction}` : ''}.` : '',
    m.seed === null ? '' : ` Random seed ${m.seed}.`,
    m.notes.length ? ` ${m.notes.map(sentence).join(' ')}` : '',
  ].join('')
}

/** A note as a sentence: capital first, full stop last. */
const sentence = (note: string): string => {
  const text = note.trim()
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?。]$/.test(text) ? '' : '.'}`
}

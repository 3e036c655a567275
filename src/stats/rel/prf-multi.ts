import { requireSameLength } from '../argument'
import { emptyCounts, type Scores, summarise } from './class-counts'
import { labelsOf } from './prf'

export interface PrfMultiInput {
  /** The true labels of each unit, any number of them. */
  readonly gold: readonly (readonly string[])[]
  readonly pred: readonly (readonly string[])[]
  /** The classes to score (default: all that occur). */
  readonly labels?: readonly string[] | undefined
}

/**
 * How good is a coder against a gold coding with several labels a unit? Precision, recall and F1 over label sets.
 *
 * - Formula: as `rel.prf`, with tp, fp and fn counted for each label of each unit.
 * - Input: gold and pred, lists of labels a unit, equally long, repeats ignored; labels, the classes to score.
 * - Result: `perClass` with precision, recall, f1 from 0 to 1 and support; `micro`, `macro`, `weighted`.
 * - Edges: 0/0 is 0; averages look only at classes that occur in gold or pred; nothing at all gives null averages; a
 *   unit with no label on either side says nothing.
 * - Assumes: the gold sample is drawn like the corpus; labels of one unit are treated as independent decisions.
 * - Source: Opitz & Burst 2019, arXiv:1911.03347; Tsoumakas & Katakis 2007, doi:10.4018/jdwm.2007070101.
 * - Oracle: sklearn on the multilabel indicator.
 *
 * @example
 * rel.prfMulti({ gold: [['甲', '乙'], []], pred: [['甲'], ['乙']] }).micro // => { precision: 0.5, recall: 0.5, f1: 0.5 }
 */
export function prfMulti({ gold, pred, labels }: PrfMultiInput): Scores {
  requireSameLength('rel.prfMulti', 'gold and pred', gold, pred)
  const counts = emptyCounts(labels ?? labelsOf(gold.flat(), pred.flat()))
  gold.forEach((truth, i) => {
    const expected = new Set(truth)
    const given = new Set(pred[i])
    for (const label of expected) {
      const c = counts.get(label)
      if (c === undefined) continue
      if (given.has(label)) c.tp++
      else c.fn++
    }
    for (const label of given) {
      const c = counts.get(label)
      if (c !== undefined && !expected.has(label)) c.fp++
    }
  })
  return summarise(counts)
}

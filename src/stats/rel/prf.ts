import { requireSameLength } from '../argument'
import { byCodePoint } from '../code-point-order'
import { type ClassCounts, emptyCounts, type Scores, summarise } from './class-counts'

export interface PrfInput {
  /** The true label of each unit, null for none. */
  readonly gold: readonly (string | null)[]
  readonly pred: readonly (string | null)[]
  /**
   * The classes to score (default: all that occur). A label outside it is no class of its own, but still a wrong
   * answer.
   */
  readonly labels?: readonly string[] | undefined
}

/**
 * How good is a coder, human or machine, against a gold coding with one label a unit? Precision, recall and F1.
 *
 * - Formula: precision tp/(tp+fp), recall tp/(tp+fn), f1 their harmonic mean; micro from summed counts; macro = mean
 *   of the class values (macro F1 is the mean of F1); weighted by support.
 * - Input: gold and pred, equally long, null for no label; labels, the classes to score, default all that occur.
 * - Result: `perClass` with precision, recall, f1 from 0 to 1 and support; `micro`, `macro`, `weighted`.
 * - Edges: 0/0 is 0; averages look only at classes that occur in gold or pred; nothing at all gives null averages.
 * - Assumes: the gold sample is drawn like the corpus. Scores on reports that the rules were written from say
 *   nothing.
 * - Source: Opitz & Burst 2019, arXiv:1911.03347; van Rijsbergen 1979, Information Retrieval, ISBN 0-408-70929-4.
 * - Oracle: sklearn precision_recall_fscore_support(zero_division = 0).
 *
 * @example
 * rel.prf({ gold: ['甲', '甲', '乙', '乙'], pred: ['甲', '乙', '乙', '乙'] }).macro.f1 // => 0.7333
 */
export function prf({ gold, pred, labels }: PrfInput): Scores {
  requireSameLength('rel.prf', 'gold and pred', gold, pred)
  const counts = emptyCounts(labels ?? labelsOf(gold, pred))
  for (let i = 0; i < gold.length; i++) countUnit(counts, gold[i], pred[i])
  return summarise(counts)
}

/** All labels that occur, in code-point order. */
export function labelsOf(gold: Iterable<string | null>, pred: Iterable<string | null>): string[] {
  const all = new Set([...gold, ...pred])
  all.delete(null)
  return ([...all] as string[]).sort(byCodePoint)
}

/** Adds one unit's outcome to the classes it touches. */
export function countUnit(
  counts: ReadonlyMap<string, ClassCounts>,
  gold: string | null | undefined,
  pred: string | null | undefined,
): void {
  const truth = gold == null ? undefined : counts.get(gold)
  const answer = pred == null ? undefined : counts.get(pred)
  if (truth !== undefined && truth === answer) truth.tp++
  else {
    if (truth !== undefined) truth.fn++
    if (answer !== undefined) answer.fp++
  }
}

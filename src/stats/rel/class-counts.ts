/** Right, too many and missed decisions on one class. */
export interface ClassCounts {
  tp: number
  fp: number
  fn: number
}

export interface PrecisionRecall {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface ClassScore extends PrecisionRecall {
  /** How often gold has the class. */
  readonly support: number
}

export interface AverageScore {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

export interface Scores {
  readonly perClass: Readonly<Record<string, ClassScore>>
  readonly micro: AverageScore
  readonly macro: AverageScore
  readonly weighted: AverageScore
}

const NOTHING: AverageScore = { precision: null, recall: null, f1: null }

export function emptyCounts(labels: readonly string[]): Map<string, ClassCounts> {
  return new Map(labels.map((label) => [label, { tp: 0, fp: 0, fn: 0 }]))
}

/** Precision, recall and their harmonic mean; 0/0 is 0. */
export function scoreOf({ tp, fp, fn }: ClassCounts): PrecisionRecall {
  const precision = tp === 0 ? 0 : tp / (tp + fp)
  const recall = tp === 0 ? 0 : tp / (tp + fn)
  return { precision, recall, f1: tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn) }
}

/** Sums of the counts of all classes. */
export function pooled(counts: Iterable<ClassCounts>): ClassCounts {
  const sum = { tp: 0, fp: 0, fn: 0 }
  for (const { tp, fp, fn } of counts) {
    sum.tp += tp
    sum.fp += fp
    sum.fn += fn
  }
  return sum
}

/** Whether a class is in gold or in the prediction at all. */
export function occurs({ tp, fp, fn }: ClassCounts): boolean {
  return tp + fp + fn > 0
}

/** Scores by class and their averages; averages look only at classes that occur. */
export function summarise(counts: ReadonlyMap<string, ClassCounts>): Scores {
  const perClass = Object.fromEntries([...counts].map(([label, c]) => [label, { ...scoreOf(c), support: c.tp + c.fn }]))
  const present = [...counts.values()].filter(occurs)
  if (present.length === 0) return { perClass, micro: NOTHING, macro: NOTHING, weighted: NOTHING }
  return {
    perClass,
    micro: scoreOf(pooled(present)),
    macro: average(present, () => 1),
    weighted: average(present, (c) => c.tp + c.fn),
  }
}

function average(present: readonly ClassCounts[], weight: (c: ClassCounts) => number): AverageScore {
  const sum = { precision: 0, recall: 0, f1: 0 }
  let total = 0
  for (const c of present) {
    const score = scoreOf(c)
    const w = weight(c)
    total += w
    sum.precision += w * score.precision
    sum.recall += w * score.recall
    sum.f1 += w * score.f1
  }
  if (total === 0) return sum
  return { precision: sum.precision / total, recall: sum.recall / total, f1: sum.f1 / total }
}

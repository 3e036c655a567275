import { type Observation, type Observed, type ReprintPolicy, studyOf } from '../observation'
import type { ResultMethod } from './result'

/** What one analysis adds to the study's own method. */
export interface AnalysisMethod {
  readonly analysis: string
  readonly unit: string
  readonly denominator: string
  readonly reprints: ReprintPolicy
  readonly by?: readonly string[] | undefined
  readonly tests?: readonly string[]
  readonly correction?: string | null
  readonly seed?: number | null
  readonly notes?: readonly string[]
  /** Counted reports whose date does not reach the periods of this analysis. Default: what the study says. */
  readonly undated?: number
}

/** The study's method with the choices of one analysis: what a methods section must say. */
export function methodOf(observed: Observed, own: AnalysisMethod): ResultMethod {
  const study = studyOf(observed)
  const by = own.by && own.by.length > 0 ? own.by.join(' × ') : null
  return {
    ...study.method,
    analysis: own.analysis,
    unit: own.unit,
    denominator: own.denominator,
    reprints: own.reprints,
    ...(by === null ? {} : { by }),
    tests: own.tests ?? [],
    correction: own.correction ?? null,
    seed: own.seed ?? null,
    notes: own.notes ?? [],
    undated: own.undated ?? study.method.undated,
  }
}

/** How many counted reports stand in undated groups, where time is a dimension. */
export function undatedIn(observation: Observation): { readonly undated?: number } {
  const { periodUnit, unit, groups } = observation.grouping
  if (periodUnit === null || unit === 'directive') return {}
  return { undated: groups.reduce((n, group) => n + (group.state === 'undated' ? group.exposure.reports : 0), 0) }
}

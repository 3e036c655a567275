import type { Directive } from '../../src/directive/directive'
import type { Mention, Stance, Zone } from '../../src/mention/mention'
import type { ConceptInfo, Study } from '../../src/observation/study'
import type { ReportRow } from '../../src/report/report'

/** A mention of a synthetic study: the concept, and what differs from a plain promoted core mention. */
export interface MentionSpec {
  readonly concept: string
  readonly stance?: Stance | null
  readonly quoted?: boolean
  readonly form?: string
  readonly nestedIn?: string
  readonly shadowedBy?: string
  readonly at?: number
}

/** A directive of a synthetic study: its mentions in order, one after another in its text. */
export interface DirectiveSpec {
  readonly mentions?: readonly (string | MentionSpec)[]
  readonly leader?: string | null
  readonly categories?: readonly string[]
  readonly segments?: number
  readonly ordinal?: readonly [number, number]
  readonly text?: string
  readonly paragraph?: number
}

export interface ReportSpec {
  readonly id: string
  readonly date?: string | null
  readonly place?: readonly [string, string?, string?]
  readonly outlet?: string
  readonly characters?: number
  readonly words?: number
  readonly reprintOf?: string
  readonly excluded?: string
  readonly directives?: readonly DirectiveSpec[]
  /** Mentions outside directives. */
  readonly narrative?: readonly (string | MentionSpec)[]
  readonly row?: Partial<ReportRow>
}

/** A study from a short description: three tables that obey the data contract, over invented concepts, places and people. */
export function buildStudy(
  reports: readonly ReportSpec[],
  concepts: readonly (string | Partial<ConceptInfo>)[] = [],
): Study {
  const rows: ReportRow[] = []
  const directives: Directive[] = []
  const mentions: Mention[] = []
  const seen = new Set<string>()
  for (const spec of reports) {
    const text: string[] = []
    let offset = 0
    const write = (piece: string): number => {
      const at = offset
      text.push(piece)
      offset += piece.length
      return at
    }
    const addMention = (
      m: string | MentionSpec,
      zone: Zone,
      directive: string | null,
      base: number | null,
      paragraph: number,
    ) => {
      const spec_: MentionSpec = typeof m === 'string' ? { concept: m } : m
      seen.add(spec_.concept)
      const form = spec_.form ?? spec_.concept
      const start = base === null ? write(form) : base + (spec_.at ?? 0)
      mentions.push({
        id: `${spec.id}-m${mentions.length}`,
        reportId: spec.id,
        directiveId: directive,
        paragraph,
        concept: spec_.concept,
        label: spec_.concept,
        category: categoryOf(spec_.concept),
        surface: form,
        form,
        start,
        end: start + form.length,
        cleanStart: start,
        cleanEnd: start + form.length,
        field: 'text',
        zone,
        stance: spec_.stance === undefined ? (zone === 'directive' ? 'promoted' : 'narrated') : spec_.stance,
        stanceEvidence: null,
        relayedFrom: null,
        quoted: spec_.quoted ?? false,
        grade: 'core',
        nestedIn: spec_.nestedIn ?? null,
        shadowedBy: spec_.shadowedBy ?? null,
        boundaryAgreement: null,
      })
    }
    for (const m of spec.narrative ?? []) {
      addMention(m, 'narrative', null, null, 0)
      write('，')
    }
    ;(spec.directives ?? []).forEach((d, index) => {
      const id = `${spec.id}-d${index}`
      const start = offset
      if (d.text === undefined) {
        write('要')
        for (const m of d.mentions ?? []) {
          addMention(m, 'directive', id, null, d.paragraph ?? index + 1)
          write('、')
        }
        write('。')
      } else {
        write(d.text)
        for (const m of d.mentions ?? []) addMention(m, 'directive', id, start, d.paragraph ?? index + 1)
      }
      const body = text.join('').slice(start)
      directives.push({
        id,
        reportId: spec.id,
        index,
        paragraph: d.paragraph ?? index + 1,
        text: body,
        start,
        end: offset,
        cleanStart: start,
        cleanEnd: offset,
        source: d.leader ?? null,
        sourceTitle: null,
        sourceType: d.leader ? 'official' : 'unknown',
        sourceForm: null,
        leaderId: d.leader ?? null,
        cue: '强调',
        opener: '要',
        force: 'require',
        addressee: null,
        segments: d.segments ?? 1,
        ordinal: d.ordinal?.[0] ?? null,
        ordinalOf: d.ordinal?.[1] ?? null,
        lead: false,
        multi: false,
        truncated: false,
        characters: body.length,
        categories: [...(d.categories ?? [])],
        categoryEvidence: [],
        concepts: [...new Set((d.mentions ?? []).map((m) => (typeof m === 'string' ? m : m.concept)))],
        rule: 'test',
      })
      write('\n')
    })
    rows.push({
      id: spec.id,
      path: null,
      record: null,
      url: null,
      encoding: null,
      sourceHash: null,
      title: null,
      date: spec.date === undefined ? '2023-01-15' : spec.date,
      datePrecision: precisionOf(spec.date === undefined ? '2023-01-15' : spec.date),
      dateBasis: spec.date === null ? null : 'published',
      dateEvidence: null,
      eventStart: null,
      eventEnd: null,
      published: null,
      outlet: spec.outlet ?? null,
      authors: [],
      editors: {},
      province: spec.place?.[0] ?? null,
      city: spec.place?.[1] ?? null,
      county: spec.place?.[2] ?? null,
      placeCode: null,
      placeBasis: {},
      leaders: [],
      attendees: [],
      kind: 'leader-report',
      kindReasons: [],
      excluded: spec.excluded ?? null,
      script: 'hans',
      characters: spec.characters ?? 1000,
      words: spec.words ?? null,
      directives: spec.directives?.length ?? 0,
      signature: null,
      reprintOf: spec.reprintOf ?? null,
      damaged: 0,
      issues: [],
      text: text.join(''),
      meta: {},
      ...spec.row,
    })
  }
  const infos = new Map<string, ConceptInfo>()
  for (const id of seen) infos.set(id, infoOf({ id }))
  for (const c of concepts) {
    const info = infoOf(typeof c === 'string' ? { id: c } : c)
    infos.set(info.id, info)
  }
  return {
    reports: rows,
    directives,
    mentions,
    concepts: [...infos.values()],
    method: {
      tifa: '0.0.0',
      rules: 'test',
      vocabulary: { id: 'test', version: '1', hash: '0', concepts: infos.size },
      cleaning: [],
      overlap: 'nested',
      segmenter: null,
      kinds: 'any',
      inferYears: false,
      corpus: '0',
      reports: rows.length,
      excluded: 0,
      undated: 0,
    },
  }
}

function infoOf(c: Partial<ConceptInfo>): ConceptInfo {
  const id = c.id ?? 'x'
  return { label: id, gloss: null, category: categoryOf(id), grade: 'core', level: null, ...c, id }
}

/** Concepts named `a.b/c` have the category `a.b`. */
function categoryOf(concept: string): string {
  const slash = concept.indexOf('/')
  return slash < 0 ? 'other.none' : concept.slice(0, slash)
}

function precisionOf(date: string | null): ReportRow['datePrecision'] {
  if (date === null) return 'none'
  if (date.startsWith('XXXX')) return 'day-no-year'
  return date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year'
}

/** The same study with its three tables and its concepts in another order. */
export function shuffleStudy(study: Study, order: (n: number) => number): Study {
  const shuffle = <T>(rows: readonly T[]): T[] => {
    const out = [...rows]
    for (let i = out.length - 1; i > 0; i--) {
      const j = order(i + 1)
      ;[out[i], out[j]] = [out[j]!, out[i]!]
    }
    return out
  }
  return {
    ...study,
    reports: shuffle(study.reports),
    directives: shuffle(study.directives),
    mentions: shuffle(study.mentions),
    concepts: shuffle(study.concepts),
  }
}

/** The same study with one report copied: same text, other id, `reprintOf` filled. */
export function withCopies(study: Study, reportId: string, copies: number): Study {
  const reports = [...study.reports]
  const directives = [...study.directives]
  const mentions = [...study.mentions]
  for (let k = 0; k < copies; k++) {
    const id = `${reportId}-copy${k}`
    reports.push({ ...study.reports.find((r) => r.id === reportId)!, id, reprintOf: reportId })
    for (const d of study.directives)
      if (d.reportId === reportId) directives.push({ ...d, id: `${d.id}-copy${k}`, reportId: id })
    for (const m of study.mentions)
      if (m.reportId === reportId)
        mentions.push({
          ...m,
          id: `${m.id}-copy${k}`,
          reportId: id,
          directiveId: m.directiveId === null ? null : `${m.directiveId}-copy${k}`,
        })
  }
  return { ...study, reports, directives, mentions }
}

import type { DiffusionResult } from '../../analysis/index'
import { escapeHtml as safe } from '../escape-html'
import { adoptionsOf } from '../picture/adoption'
import { MOST_LINES } from '../picture/options'
import { toSvg } from '../to-svg'
import { type Button, cells, frame, note, rowHead } from './cells'

/** How formulations spread over places: the curve of those seen in most places, and a table. Empty where nothing was seen anywhere. */
export function adoptionSection(result: DiffusionResult, top: number, button: Button): string {
  const seen = adoptionsOf(result, top)
  if (!seen.length) return ''
  const summaries = new Map(result.tables.summary.rows.map((s) => [s.concept, s]))
  const rows = seen.map(({ concept, label }) => {
    const s = summaries.get(concept)!
    const text = `${s.seen}/${s.units}`
    const origin = `${s.origin ?? '–'}${s.originCensored ? ' or before' : ''}`
    return `<tr>${rowHead(label)}<td>${button(text, result.tables.summary.mentions(s), `${label}: ${text}`)}</td><td class="l">${safe(origin)}</td><td class="l wrap">${safe((s.originUnits ?? '–').replaceAll(';', ', '))}</td>${cells([s.adopted, s.leftCensored, s.absent, s.undetermined, s.days50, s.medianDays])}</tr>`
  })
  const what = result.method.unit
  const head = [
    { l: 'concept' },
    'seen in',
    { l: 'first seen' },
    { l: 'where' },
    'date known',
    'seen at once',
    'absent',
    'cannot tell',
    'days to half',
    'median days',
  ]
  return [
    `<h2>Adoption by ${safe(what)}</h2>`,
    `<figure>${toSvg(result, { top: MOST_LINES })}</figure>`,
    frame(head, rows),
    note(
      `Seen in: of all named units (${what}) of the corpus. Date known: at least ${result.detection.needed} reports without it before; seen at once: fewer, it may be older; absent: at least ${result.detection.needed} reports and none with it; cannot tell: fewer. Days to half: from the first sighting to half of the units that were seen; median days: Kaplan–Meier. ${seen.length} formulations, those seen in most units first.`,
    ),
  ].join('\n')
}

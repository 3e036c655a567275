import type { KwicResult } from '../../analysis/index'
import { dispersionPlot } from '../svg/dispersion-plot'
import { dispersionOf } from './dispersion'
import type { PictureOptions } from './options'

/** Where in the corpus each concept is said: one tick a line of the KWIC. */
export function dispersionPicture(result: KwicResult, options: PictureOptions): string {
  const { blocks, rows } = dispersionOf(result, options.top ?? 12)
  const { method, searched } = result
  const sampled = method.seed === null ? '' : ` A sample: ${method.notes.join('; ')}.`
  return dispersionPlot({
    title: options.title ?? 'Where it is said',
    blocks,
    rows: rows.map((r) => ({ label: r.label, at: r.mentions.map((m) => m.at) })),
    note: `One tick a mention, along the text of ${searched.length} reports in order of date; at the right their number.${sampled} tifa ${method.tifa}, vocabulary ${method.vocabulary.version}.`,
  })
}

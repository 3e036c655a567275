import type { KwicRow, Result } from '../analysis/index'
import { clip, clipStart, displayWidth, pad } from './width'

/** Cells for the name of a place; its last part tells most. */
const PLACE = 12

/**
 * A KWIC for the terminal: the keyword in one column down the page, the left context set against it. Where the terminal is narrow the
 * contexts lose what is farthest from the keyword.
 */
export function kwicToTerminal(
  result: Result<KwicRow>,
  options: { readonly width?: number; readonly limit?: number } = {},
): string {
  const width = options.width ?? 120
  const shown = result.rows.slice(0, options.limit ?? 40)
  const flat = (text: string | null) => (text ?? '').replace(/\s+/g, ' ')
  const lines = shown.map((r) => ({
    date: r.date ?? 'undated',
    place: clip(r.place?.split('/').at(-1) ?? '–', PLACE),
    left: flat(r.left),
    key: flat(r.key),
    right: flat(r.right),
    stance: r.stance ?? '–',
  }))
  const widest = (of: (line: (typeof lines)[number]) => string, least: number) =>
    Math.max(least, ...lines.map((l) => displayWidth(of(l))))
  const [date, place, key, stance] = [
    widest((l) => l.date, 10),
    widest((l) => l.place, 5),
    widest((l) => l.key, 3),
    widest((l) => l.stance, 6),
  ]
  const wide = width >= 100
  const around = Math.max(8, Math.floor((width - date - key - 4 - (wide ? place + stance + 4 : 0) - 1) / 2))
  const left = Math.min(
    around,
    widest((l) => l.left, 4),
  )
  const right = Math.min(
    around,
    widest((l) => l.right, 5),
  )
  const line = (l: (typeof lines)[number]) =>
    [
      pad(l.date, date),
      ...(wide ? [pad(l.place, place)] : []),
      pad(clipStart(l.left, left), left, 'left'),
      pad(l.key, key),
      wide ? pad(clip(l.right, right), right) : clip(l.right, right),
      ...(wide ? [l.stance] : []),
    ].join('  ')
  const head = line({ date: 'date', place: 'place', left: 'left', key: 'key', right: 'right', stance: 'stance' })
  const rule = [date, ...(wide ? [place] : []), left, key, right, ...(wide ? [stance] : [])].map((w) => '─'.repeat(w))
  const below =
    result.rows.length > shown.length ? [`… ${result.rows.length - shown.length} more lines: -o FILE for all`] : []
  return `${[head, rule.join('  '), ...lines.map(line), ...below].map((l) => l.trimEnd()).join('\n')}\n`
}

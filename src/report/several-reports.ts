import type { Span } from '../text/span'
import { readDateline } from './dateline'
import { findTitle } from './title'

/**
 * Lines at which a further report on the same page begins: 又讯, or a dateline (`本报讯（记者 …）`) like the one the first report opened with,
 * each with its title lines before it. Empty for one report.
 */
export function furtherReports(text: string, lines: readonly Span<'clean'>[], titleLines: number): number[] {
  const starts: number[] = []
  let opened: boolean | null = null
  for (let i = titleLines + 1; i < lines.length; i++) {
    const { start, end } = lines[i]!
    const again = text.startsWith('又讯', start)
    if (!again) {
      // Only the head of a line can hold a dateline: 讯 within its first characters.
      const mark = text.indexOf('讯', start)
      if (mark < 0) break
      if (mark > start + 20 || mark >= end) continue
      opened ??= lines.slice(titleLines, titleLines + 2).some((l) => announces(text, l))
      if (!opened || !announces(text, lines[i]!)) continue
    }
    const from = starts[starts.length - 1] ?? titleLines
    let first = i
    while (first > from + 1 && first > i - 4 && isTitle(text, lines, first - 1)) first--
    starts.push(first)
  }
  return starts
}

const announces = (text: string, line: Span<'clean'>): boolean => {
  const head = text.slice(line.start, Math.min(line.end, line.start + 80))
  const dateline = readDateline(head)
  return dateline !== null && head.slice(0, dateline.end).includes('讯')
}

const isTitle = (text: string, lines: readonly Span<'clean'>[], at: number): boolean =>
  findTitle(text, [lines[at]!, lines[at + 1]!]).lines === 1

import { statSync } from 'node:fs'
import { inputFiles } from '../node/input-files'
import { clip } from '../present/width'

/** A progress line on standard error: only on a terminal, never in a pipe, and gone when the work is done. */
export interface Progress {
  /** `done` items of `total`; null where their number is unknown, as it is before all inputs are read. */
  update(done: number, total: number | null, noun: string): void
  clear(): void
}

const silent: Progress = { update() {}, clear() {} }

/** Milliseconds between two drawings of the line. */
const EVERY = 100
/** Milliseconds before a time left is claimed: the first pieces are read while everything is still being loaded. */
const SETTLED = 1000
const BAR = 24
/** Cells of a terminal below which the bar is left out. */
const ROOM = 72

/**
 * How far the work is: items and their rate; where the number of items is unknown but the inputs are files, the bytes read of all bytes tell
 * the part done and the time left. Nothing of the kind is claimed for standard input.
 *
 * @param inputs files and folders; their sizes are only asked for where a line is drawn at all
 * @param read how many of their bytes were read so far
 */
export function progress(
  quiet: boolean,
  inputs: readonly string[] = [],
  read: { readonly bytes: number } = { bytes: 0 },
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'> = process.stderr,
  now: () => number = () => performance.now(),
): Progress {
  if (quiet || !stream.isTTY) return silent
  const started = now()
  const size = sizeOf(inputs)
  let shown = Number.NEGATIVE_INFINITY
  return {
    update(done, total, noun) {
      const at = now()
      if (at - shown < EVERY) return
      shown = at
      const seconds = Math.max(0.001, (at - started) / 1000)
      const part = total ? done / total : size ? read.bytes / size : null
      stream.write(
        `\r\x1b[2K${line(done, noun, seconds, part === null ? null : Math.min(1, part), stream.columns ?? 80)}`,
      )
    },
    clear() {
      if (shown > Number.NEGATIVE_INFINITY) stream.write('\r\x1b[2K')
    },
  }
}

function line(done: number, noun: string, seconds: number, part: number | null, columns: number): string {
  const filled = Math.round((part ?? 0) * BAR)
  const bar = part === null || columns < ROOM ? '' : `[${'█'.repeat(filled)}${'·'.repeat(BAR - filled)}] `
  const percent = part === null ? '' : `${Math.floor(part * 100)}% · `
  const rate = done / seconds
  const speed = `${rate < 10 ? rate.toFixed(1) : rate.toFixed(0)}/s`
  const left = part && seconds * 1000 >= SETTLED ? ` · ${clock((seconds * (1 - part)) / part)} left` : ''
  return clip(`${bar}${percent}${done} ${noun} · ${speed}${left}`, columns - 1)
}

/** Bytes of all files behind the inputs; null where standard input is among them or nothing can be asked. */
function sizeOf(inputs: readonly string[]): number | null {
  if (!inputs.length || inputs.includes('-')) return null
  let bytes = 0
  for (const input of inputs)
    for (const file of inputFiles(input, () => {})) bytes += statSync(file.path, { throwIfNoEntry: false })?.size ?? 0
  return bytes || null
}

function clock(seconds: number): string {
  const s = Math.max(0, Math.round(seconds))
  if (s < 60) return `${s} s`
  const minutes = Math.floor(s / 60)
  return minutes < 60
    ? `${minutes} min ${String(s % 60).padStart(2, '0')} s`
    : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`
}

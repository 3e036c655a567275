/** A progress line on standard error: only on a terminal, never in a pipe, and gone when the work is done. */
export interface Progress {
  /** `done` items of `total` (null when unknown: then no time left is claimed). */
  update(done: number, total: number | null, noun: string): void
  clear(): void
}

const silent: Progress = { update() {}, clear() {} }

export function progress(quiet: boolean, stream: NodeJS.WriteStream = process.stderr): Progress {
  if (quiet || !stream.isTTY) return silent
  const started = performance.now()
  let shown = 0
  let used = false
  return {
    update(done, total, noun) {
      const now = performance.now()
      if (now - shown < 100) return
      shown = now
      used = true
      const seconds = Math.max(0.001, (now - started) / 1000)
      const rate = done / seconds
      const width = 24
      const part = total ? Math.min(1, done / total) : 0
      const bar = total
        ? `[${'█'.repeat(Math.round(part * width)).padEnd(width, '·')}] ${(part * 100).toFixed(0)}% `
        : ''
      const left = total && done ? ` · ${clock((total - done) / rate)} left` : ''
      stream.write(`\r\x1b[2K${bar}${done} ${noun} · ${rate.toFixed(0)}/s${left}`)
    },
    clear() {
      if (used) stream.write('\r\x1b[2K')
    },
  }
}

const clock = (seconds: number): string => {
  const s = Math.max(0, Math.round(seconds))
  return s < 60 ? `${s}s` : `${Math.floor(s / 60)}m${String(s % 60).padStart(2, '0')}s`
}

import type { CleanText } from '../text/clean-text'
import type { OffsetMap } from '../text/offset-map'

/** The clean text between two of its offsets, as a clean text of its own over the same source. */
export function partOf(clean: CleanText, start: number, end: number): CleanText {
  return {
    ...clean,
    text: clean.text.slice(start, end),
    map: {
      toSource: (a, b) => clean.map.toSource(a + start, b + start),
      toClean(a, b) {
        const span = clean.map.toClean(a, b)
        const from = Math.min(Math.max(span.start, start), end)
        return { start: from - start, end: Math.max(from, Math.min(span.end, end)) - start }
      },
    },
    damaged: clean.damaged
      .filter((d) => d.start < end && d.end > start)
      .map((d) => ({ start: Math.max(d.start, start) - start, end: Math.min(d.end, end) - start })),
  }
}

/**
 * A title and a body that were cleaned apart, as if `title.source + '\n' + body.source` had been cleaned: used where the body is a web page, of
 * which a line of text in front would be no part.
 */
export function titleAndBody(title: CleanText, body: CleanText): CleanText {
  const shift = title.source.length + 1
  const cleanShift = title.text.length + 1
  const map: OffsetMap = {
    toSource(a, b) {
      if (b <= title.text.length) return title.map.toSource(a, b)
      const tail = body.map.toSource(Math.max(a - cleanShift, 0), Math.max(b - cleanShift, 0))
      const start = a < title.text.length ? title.map.toSource(a, title.text.length).start : tail.start + shift
      return { start, end: tail.end + shift }
    },
    toClean(a, b) {
      if (b <= title.source.length) return title.map.toClean(a, b)
      const tail = body.map.toClean(Math.max(a - shift, 0), Math.max(b - shift, 0))
      const start = a < title.source.length ? title.map.toClean(a, title.source.length).start : tail.start + cleanShift
      return { start, end: tail.end + cleanShift }
    },
  }
  return {
    source: `${title.source}\n${body.source}`,
    text: `${title.text}\n${body.text}`,
    map,
    script: body.script,
    steps: body.steps.map((step, i) => {
      const other = title.steps[i]
      return other?.step === step.step
        ? {
            ...step,
            edits: step.edits + other.edits,
            changed: step.changed + other.changed,
            removed: step.removed + other.removed,
          }
        : step
    }),
    furniture: [...title.furniture, ...body.furniture.map((f) => ({ ...f, span: moved(f.span, shift) }))],
    damaged: [...title.damaged, ...body.damaged.map((d) => moved(d, cleanShift))],
    issues: [...title.issues, ...body.issues.map((i) => (i.span ? { ...i, span: moved(i.span, shift) } : i))],
  }
}

const moved = <S extends { readonly start: number; readonly end: number }>(span: S, by: number): S => ({
  ...span,
  start: span.start + by,
  end: span.end + by,
})

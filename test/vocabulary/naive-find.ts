import type { Concept, OverlapPolicy } from '../../src/vocabulary/index'

/** What the rules say, written down without any speed: for tests. */
export interface Found {
  readonly concept: string
  readonly start: number
  readonly end: number
}

const marks = '“”‘’'
const separators = '、，'
const dropped = marks + separators

/** Places between the characters of a label (by number of characters before) where it prints a separator. */
function printed(label: string): { bare: string; joints: Set<number> } {
  let bare = ''
  const joints = new Set<number>()
  for (const c of label) {
    if (separators.includes(c)) joints.add(bare.length)
    else if (!marks.includes(c)) bare += c
  }
  joints.delete(0)
  joints.delete(bare.length)
  return { bare, joints }
}

/** Part lengths of a parallel series. */
function series(bare: string): number[] {
  const lengths = []
  for (let size = 2; size * 2 <= bare.length; size++) {
    if (bare.length % size !== 0) continue
    const parts = Array.from({ length: bare.length / size }, (_, i) => bare.slice(i * size, i * size + size))
    const shared = [...parts[0]!].some((c, i) => parts.every((p) => p[i] === c))
    if (size >= 3 || shared) lengths.push(size)
  }
  return lengths
}

/** Does `text[start, end)` read as the label? */
function reads(slice: string, label: string): boolean {
  const { bare, joints } = printed(label)
  let at = 0
  let between = ''
  const used: number[] = []
  for (const c of slice) {
    if (dropped.includes(c)) {
      between += c
      continue
    }
    if (at > 0 && between !== '') {
      const list =
        between.includes('、') || /[”’][“‘]/.test(between.replaceAll(/[、，]/g, '')) || /[”’].*[“‘]/.test(between)
      const comma = between.includes('，')
      if ((list || comma) && !joints.has(at)) {
        if (comma || joints.size > 0) return false
        used.push(at)
      }
    }
    between = ''
    if (c !== bare[at]) return false
    at++
  }
  if (at !== bare.length || between !== '') return false
  return (
    used.length === 0 ||
    series(bare).some((size) => used.length === bare.length / size - 1 && used.every((u) => u % size === 0))
  )
}

function ownQuotes(text: string, start: number, end: number): boolean {
  const inside = text.slice(start, end)
  if ([...inside].some((c) => marks.includes(c))) return true
  const before = text[start - 1] ?? ''
  const after = text[end] ?? ''
  if (before !== '' && '“‘'.includes(before) && after !== '' && '”’'.includes(after)) return true
  if (before === '' || after === '' || !`“‘${separators}`.includes(before) || !`”’${separators}`.includes(after))
    return false
  const left = /[“‘][^”’。\n“‘]*$/.exec(text.slice(Math.max(0, start - 24), start))
  const right = /^[^“‘。\n”’]*[”’]/.exec(text.slice(end, end + 24))
  if (!left || !right) return false
  return end + right[0].length - 1 - (start - left[0].length) <= 24
}

const bareText = (text: string) => [...text].filter((c) => !dropped.includes(c)).join('')

/** Text directly beside, marks skipped, up to what divides: a separator, or a closing mark and then an opening one. */
const divided = (text: string) => text.split(/[、，]|(?<=[”’])(?=[“‘])/)
const leftOf = (text: string, start: number) => {
  const whole = text.slice(0, start)
  // An opening mark directly before the label takes part in the division.
  return divided(whole)
    .at(-1)!
    .replaceAll(/[“”‘’]/g, '')
}
const rightOf = (text: string, end: number) => divided(text.slice(end))[0]!.replaceAll(/[“”‘’]/g, '')

function passes(concept: Concept, text: string, start: number, end: number): boolean {
  return concept.guards.every((guard) => {
    for (const phrase of guard.not ?? [])
      for (let s = 0; s <= start; s++)
        for (let e = end; e <= text.length; e++)
          if (!dropped.includes(text[s]!) && reads(text.slice(s, e), phrase)) return false
    if (guard.left?.forbidden?.some((s) => leftOf(text, start).endsWith(s))) return false
    if (guard.right?.forbidden?.some((s) => rightOf(text, end).startsWith(s))) return false
    const window =
      /[^。]*$/.exec(text.slice(0, start))![0] + text.slice(start, end) + /^[^。]*/.exec(text.slice(end))![0]
    if (guard.context?.forbidden?.some((s) => window.includes(s))) return false
    const evidence = [
      ...(guard.quotedOnly ? [ownQuotes(text, start, end)] : []),
      ...(guard.left?.required ?? []).map((s) => leftOf(text, start).endsWith(s)),
      ...(guard.right?.required ?? []).map((s) => rightOf(text, end).startsWith(s)),
      ...(guard.context?.required ?? []).map((s) => window.includes(s)),
    ]
    return evidence.length === 0 || evidence.includes(true)
  })
}

export function naiveFind(text: string, concepts: readonly Concept[], policy: OverlapPolicy): Found[] {
  const found: (Found & { order: number })[] = []
  concepts.forEach((concept, order) => {
    for (const label of [concept.prefLabel, ...concept.altLabels])
      for (let start = 0; start < text.length; start++)
        for (let end = start + 1; end <= text.length; end++) {
          const slice = text.slice(start, end)
          if (
            dropped.includes(slice[0]!) ||
            dropped.includes(slice.at(-1)!) ||
            bareText(slice).length !== printed(label).bare.length
          )
            continue
          if (!reads(slice, label) || !passes(concept, text, start, end)) continue
          if (!found.some((f) => f.concept === concept.id && f.start === start && f.end === end))
            found.push({ concept: concept.id, start, end, order })
        }
  })
  found.sort((a, b) => a.start - b.start || b.end - a.end || a.order - b.order)
  const kept: Found[] = []
  for (const { concept, start, end } of found) {
    const rivals = kept.filter((k) => policy === 'longest' || k.concept === concept)
    if (policy === 'all' || rivals.every((k) => k.end <= start)) kept.push({ concept, start, end })
  }
  return kept
}

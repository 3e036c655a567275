/** The search that needs no proof: every pattern at every place. O(n · m), for tests only. */
export interface Hit {
  readonly pattern: number
  readonly start: number
  readonly end: number
}

export function naiveScan(patterns: readonly string[], text: string): Hit[] {
  const hits: Hit[] = []
  for (let end = 1; end <= text.length; end++)
    for (let start = 0; start < end; start++)
      patterns.forEach((p, pattern) => {
        if (p.length === end - start && text.startsWith(p, start)) hits.push({ pattern, start, end })
      })
  return hits
}

export function naiveLongest(patterns: readonly string[], text: string): Hit[] {
  const hits: Hit[] = []
  for (let start = 0; start < text.length; ) {
    let best = -1
    patterns.forEach((p, i) => {
      if (p !== '' && text.startsWith(p, start) && (best < 0 || p.length > patterns[best]!.length)) best = i
    })
    if (best < 0) start++
    else {
      hits.push({ pattern: best, start, end: start + patterns[best]!.length })
      start += patterns[best]!.length
    }
  }
  return hits
}

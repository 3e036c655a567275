/** A run of characters that is said again and again, with what its neighbours and parts tell about it. */
export interface PhraseCandidate {
  readonly phrase: string
  readonly tokens: number
  /** Texts (numbers as handed in) with it, ascending. */
  readonly texts: readonly number[]
  /** Least pointwise mutual information over its cuts in two, in bits, and normalised to −1…1. */
  readonly pmi: number
  readonly npmi: number
  /** Entropy in bits of the neighbours on the left, on the right; an edge of a piece is a neighbour of its own. */
  readonly left: number
  readonly right: number
}

export interface CandidateOptions {
  readonly shortest: number
  readonly longest: number
  /** Fewest texts. */
  readonly minimum: number
}

/**
 * All runs of characters said in enough texts, found level by level: a run of n characters can only be that frequent
 * if both of its runs of n − 1 are, so the rare ones are never stored. Formulas and edges as `phrase.cohesion` and
 * `phrase.entropy` of `tifa/stats`, which this equals where nothing is pruned.
 *
 * @param pieces stretches without punctuation, with the text each stands in; texts ascending
 */
export function phraseCandidates(
  pieces: readonly { readonly text: number; readonly piece: string }[],
  { shortest, longest, minimum }: CandidateOptions,
): PhraseCandidate[] {
  const letters = pieces.map(({ piece }) => [...piece])
  const total = letters.reduce((n, l) => n + l.length, 0)
  const counts = new Map<string, number>()
  let level = countLevel(pieces, letters, 1, null, counts, 1)
  const found: PhraseCandidate[] = []
  for (let n = 2; n <= longest && level.size > 0; n++) {
    // Parts of a kept run must be counted, so single characters and short runs are kept from one text on only where they can grow.
    level = countLevel(pieces, letters, n, level, counts, minimum)
    if (n < shortest) continue
    const sides = neighbours(letters, n, level)
    for (const [phrase, texts] of level) {
      const tokens = counts.get(phrase)!
      const pmi = cohesion([...phrase], tokens, total, counts)
      const { left, right } = sides.get(phrase)!
      found.push({
        phrase,
        tokens,
        texts,
        pmi,
        npmi: tokens === total ? 0 : pmi / -Math.log2(tokens / total),
        left: bits(left),
        right: bits(right),
      })
    }
  }
  return found
}

function countLevel(
  pieces: readonly { readonly text: number }[],
  letters: readonly (readonly string[])[],
  n: number,
  before: ReadonlyMap<string, readonly number[]> | null,
  counts: Map<string, number>,
  minimum: number,
): Map<string, number[]> {
  const texts = new Map<string, number[]>()
  for (let i = 0; i < letters.length; i++) {
    const l = letters[i]!
    for (let at = 0; at + n <= l.length; at++) {
      const run = l.slice(at, at + n).join('')
      if (
        before !== null &&
        !(before.has(l.slice(at, at + n - 1).join('')) && before.has(l.slice(at + 1, at + n).join('')))
      )
        continue
      counts.set(run, (counts.get(run) ?? 0) + 1)
      const list = texts.get(run)
      if (list === undefined) texts.set(run, [pieces[i]!.text])
      else if (list.at(-1) !== pieces[i]!.text) list.push(pieces[i]!.text)
    }
  }
  for (const [run, list] of texts)
    if (list.length < minimum) {
      texts.delete(run)
      if (n > 1) counts.delete(run)
    }
  return texts
}

function cohesion(
  letters: readonly string[],
  count: number,
  total: number,
  counts: ReadonlyMap<string, number>,
): number {
  let least = Number.POSITIVE_INFINITY
  for (let cut = 1; cut < letters.length; cut++) {
    const left = counts.get(letters.slice(0, cut).join(''))!
    const right = counts.get(letters.slice(cut).join(''))!
    least = Math.min(least, Math.log2((count / left) * (total / right)))
  }
  return least
}

interface Sides {
  readonly left: Map<string, number>
  readonly right: Map<string, number>
}

function neighbours(
  letters: readonly (readonly string[])[],
  n: number,
  level: ReadonlyMap<string, unknown>,
): Map<string, Sides> {
  const sides = new Map<string, Sides>()
  for (const run of level.keys()) sides.set(run, { left: new Map(), right: new Map() })
  let edge = 0
  for (const l of letters)
    for (let at = 0; at + n <= l.length; at++) {
      const entry = sides.get(l.slice(at, at + n).join(''))
      if (entry === undefined) continue
      bump(entry.left, at > 0 ? l[at - 1]! : `edge${edge++}`)
      bump(entry.right, at + n < l.length ? l[at + n]! : `edge${edge++}`)
    }
  return sides
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

function bits(counts: ReadonlyMap<string, number>): number {
  let total = 0
  for (const c of counts.values()) total += c
  let sum = 0
  for (const c of counts.values()) sum += (c / total) * Math.log2(total / c)
  return sum
}

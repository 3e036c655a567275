// npm exec tsx bench/score-coded.ts FILE…
//
// Scores the directives found in hand-coded reports (the format of test/directive/golden) and lists every difference. A unit
// counts as found where it shares at least 0.8 of the union with a coded one; speaker and cue are counted over all coded units.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { findDirectives } from '../src/directive/index'
import { parseGolden, reportOf } from '../test/directive/golden'

const found = 0.8
const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: tsx bench/score-coded.ts FILE…')
  process.exit(2)
}

interface Range {
  readonly start: number
  readonly end: number
}
const shared = (a: Range, b: Range): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
const likeness = (a: Range, b: Range): number => {
  const both = shared(a, b)
  return both === 0 ? 0 : both / (Math.max(a.end, b.end) - Math.min(a.start, b.start))
}

const sum = { units: 0, given: 0, found: 0, exact: 0, speaker: 0, cue: 0, cued: 0, refusals: 0, out: 0 }
for (const file of files) {
  const name = basename(file).replace(/\.txt$/, '')
  const g = parseGolden(name, readFileSync(file, 'utf8'))
  const given = findDirectives(reportOf(g.text, { id: name, titleLines: g.titleLines })).map((d) => ({
    source: d.source,
    cue: d.cue,
    text: d.text,
    rule: d.rule,
    start: d.cleanStart,
    end: d.cleanEnd,
  }))
  const say = (what: string, ...more: (string | null)[]) => console.log([name, what.padEnd(8), ...more].join('  '))
  const taken = new Set<(typeof given)[number]>()
  sum.units += g.units.length
  sum.given += given.length
  for (const u of g.units) {
    if (u.cue !== null) sum.cued++
    const free = given.filter((d) => !taken.has(d))
    const best = free.reduce<(typeof given)[number] | undefined>(
      (b, d) => (likeness(d, u) > (b ? likeness(b, u) : 0) ? d : b),
      undefined,
    )
    if (!best || likeness(best, u) < found) {
      say('missed', u.source, u.cue, u.text)
      continue
    }
    taken.add(best)
    sum.found++
    if (best.start === u.start && best.end === u.end) sum.exact++
    else say('boundary', `${u.text} ≠ ${best.text}`)
    if (best.source === u.source) sum.speaker++
    else say('speaker', `${u.source} ≠ ${best.source} (${best.rule})`, u.text)
    if (u.cue !== null && best.cue === u.cue) sum.cue++
    else if (u.cue !== best.cue) say('cue', `${u.cue} ≠ ${best.cue}`, u.text)
  }
  for (const d of given) if (!taken.has(d)) say('extra', d.source, d.cue, d.rule, d.text)
  for (const x of g.refusals) {
    sum.refusals++
    if (given.some((d) => !taken.has(d) && shared(d, x) > (x.end - x.start) / 2)) say('taken', x.class, x.text)
    else sum.out++
  }
}
const line = (what: string, right: number) => {
  const p = right / (sum.given || 1)
  const r = right / (sum.units || 1)
  console.log(
    `${what.padEnd(10)} P ${p.toFixed(3)}  R ${r.toFixed(3)}  F1 ${((2 * p * r) / (p + r || 1)).toFixed(3)}   (${right} of ${sum.units} coded, ${sum.given} given)`,
  )
}
console.log(`${files.length} reports`)
line('IoU ≥ .8', sum.found)
line('exact', sum.exact)
console.log(`speaker    ${(sum.speaker / (sum.units || 1)).toFixed(3)}   (${sum.speaker} of ${sum.units})`)
console.log(`cue        ${(sum.cue / (sum.cued || 1)).toFixed(3)}   (${sum.cue} of ${sum.cued})`)
console.log(`kept out   ${sum.out} of ${sum.refusals}`)

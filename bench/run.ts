// npm run bench: every goal with its floor, aim and result, as ratios of medians from alternating rounds in one run.
//
// The real corpus is found by TIFA_SHARED (default ../shared). Peers are optional: TIFA_BENCH_PEERS names a folder with the peers'
// programs (py_pipeline.py, rust/target/release/aclimit) and node_modules (@monyone/aho-corasick); one that is missing is skipped with
// a notice. Needs a build. Options: --rounds N (default 5), --only WORD.
import { execFileSync, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Converter } from 'opencc-js/t2cn'
import { toSimplified } from '../src/text/index'
import { compileMatcher } from '../src/vocabulary/index'
import { hostileTexts } from './hostile'

const root = resolve(import.meta.dirname, '..')
const shared = resolve(process.env['TIFA_SHARED'] ?? join(root, '../shared'))
const peers = process.env['TIFA_BENCH_PEERS']
const option = (name: string) => process.argv[process.argv.indexOf(name) + 1]
const rounds = process.argv.includes('--rounds') ? Number(option('--rounds')) : 5
const only = process.argv.includes('--only') ? option('--only')! : ''
const cli = join(root, 'dist/cli.js')
const folder = mkdtempSync(join(tmpdir(), 'tifa-bench-'))
const median = (v: readonly number[]) => [...v].sort((a, b) => a - b)[v.length >> 1]!
const timed = (work: () => unknown): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}
/** Both in turn, A B A B …, after one warm-up each: medians in milliseconds. */
function alternate(a: () => unknown, b: () => unknown, times = rounds): readonly [number, number] {
  const [ta, tb]: [number[], number[]] = [[], []]
  a()
  b()
  for (let i = 0; i < times; i++) {
    ta.push(timed(a))
    tb.push(timed(b))
  }
  return [median(ta), median(tb)]
}

interface Line {
  readonly goal: string
  readonly floor: string
  readonly aim: string
  readonly result: string
  readonly detail: string
}
const lines: Line[] = []
function say(goal: string, floor: string, aim: string, result: number | string, detail = ''): void {
  const line = { goal, floor, aim, result: typeof result === 'number' ? result.toFixed(2) : result, detail }
  lines.push(line)
  console.log(
    `${goal.padEnd(62)} floor ${floor.padEnd(8)} aim ${aim.padEnd(8)} result ${line.result.padStart(8)}   ${detail}`,
  )
}
const skip = (goal: string, why: string) => console.log(`${goal.padEnd(62)} skipped: ${why}`)
const wanted = (name: string) => !only || name.includes(only)

const packed = join(shared, 'data/xwlb.jsonl.gz')
if (!existsSync(packed) || !existsSync(cli)) {
  console.log(`skipped: ${existsSync(cli) ? `no corpus at ${packed} (set TIFA_SHARED)` : 'run npm run build first'}`)
  process.exit(0)
}
const jsonl = join(folder, 'xwlb.jsonl')
writeFileSync(jsonl, gunzipSync(readFileSync(packed)))
const records = readFileSync(jsonl, 'utf8').trimEnd().split('\n')
const text = records.map((l) => (JSON.parse(l) as { text: string }).text.replace(/\n/g, ' ')).join('\n')
const patternsOf = (n: number) =>
  readFileSync(join(shared, `bench/patterns${n}.txt`), 'utf8')
    .trim()
    .split('\n')
const bytes = Buffer.byteLength(text)

if (wanted('matcher'))
  for (const [n, floor, aim, peerFloor, peerAim] of [
    [300, '1.0', '1.6', '6', '10'],
    [5000, '3', '4.5', '12', '22'],
  ] as const) {
    const patterns = patternsOf(n)
    const matcher = compileMatcher(patterns)
    const units = new Uint16Array(text.length)
    for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i)
    let hits = 0
    const own = () => {
      hits = 0
      matcher.scanLongest(units, () => hits++)
    }
    const rust = peers && join(peers, 'rust/target/release/aclimit')
    if (rust && existsSync(rust)) {
      writeFileSync(join(folder, 'text'), text)
      writeFileSync(join(folder, 'patterns'), patterns.join('\n'))
      let found = ''
      const [mine, theirs]: [number[], number[]] = [[], []]
      own()
      for (let i = 0; i < rounds; i++) {
        mine.push(timed(own))
        const out = execFileSync(rust, [join(folder, 'text'), join(folder, 'patterns'), '3'], { encoding: 'utf8' })
        const row = out.split('\n').find((l) => l.startsWith('dfa-longest'))!
        theirs.push(Number(/med ([\d.]+)s/.exec(row)![1]) * 1000)
        found = /matches (\d+)/.exec(row)![1]!
      }
      say(
        `matcher vs Rust aho-corasick DFA, ${n} patterns`,
        floor,
        aim,
        median(theirs) / median(mine),
        `${(bytes / 1e3 / median(mine)).toFixed(0)} MB/s; hits ${hits} and ${found}`,
      )
    } else skip(`matcher vs Rust aho-corasick DFA, ${n} patterns`, 'no rust/target/release/aclimit in TIFA_BENCH_PEERS')
    if (n === 300) {
      const regex = new RegExp(
        [...patterns]
          .sort((a, b) => b.length - a.length)
          .map((p) => p.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('|'),
        'g',
      )
      let theirs = 0
      const [a, b] = alternate(own, () => {
        theirs = text.match(regex)!.length
      })
      say(`matcher vs one RegExp, ${n} patterns`, peerFloor, peerAim, b / a, `hits ${hits} and ${theirs}`)
    } else {
      try {
        const { Trie } = createRequire(join(peers ?? root, 'x.js'))('@monyone/aho-corasick') as { Trie: unknown }
        void Trie
      } catch {
        skip(`matcher vs @monyone/aho-corasick, ${n} patterns`, 'not installed in TIFA_BENCH_PEERS')
        continue
      }
      const { AhoCorasick } = createRequire(join(peers ?? root, 'x.js'))('@monyone/aho-corasick') as {
        AhoCorasick: new (p: string[]) => { matchInText(t: string): unknown[] }
      }
      const peer = new AhoCorasick([...patterns])
      const [a, b] = alternate(own, () => peer.matchInText(text), Math.min(3, rounds))
      say(`matcher vs @monyone/aho-corasick, ${n} patterns`, peerFloor, peerAim, b / a)
    }
  }

if (wanted('simplify')) {
  const convert = Converter({ from: 't', to: 'cn' })
  const traditional = (await import('opencc-js/cn2t')).Converter({ from: 'cn', to: 't' })(text.slice(0, 2_000_000))
  let equal = false
  const pieces = traditional.match(/[\s\S]{1,2000}/g)!
  equal = pieces.every((p) => toSimplified(p) === convert(p))
  const [a, b] = alternate(
    () => pieces.map((p) => toSimplified(p)),
    () => pieces.map((p) => convert(p)),
  )
  say('traditional → simplified vs opencc-js', '5', '15', b / a, `output ${equal ? 'equal' : 'NOT equal'}`)
}

/** Runs a command to its end: milliseconds and peak memory in MB. */
function run(args: readonly string[], cwd = root): { ms: number; mb: number; out: string } {
  const report = `data:text/javascript,process.on('exit',()=>process.stderr.write('\\nMAXRSS '+process.resourceUsage().maxRSS+'\\n'))`
  const start = performance.now()
  const done = spawnSync(process.execPath, ['--import', report, ...args], { cwd, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (done.status !== 0) throw new Error(done.stderr)
  return {
    ms: performance.now() - start,
    mb: Number(/MAXRSS (\d+)/.exec(done.stderr)?.[1] ?? 0) / 1024,
    out: done.stdout,
  }
}
/** The Python pipeline: milliseconds of the whole and of its statistics. Null where it cannot run. */
function runPython(concepts: number): { total: number; statistics: number } | null {
  if (!peers || !existsSync(join(peers, 'py_pipeline.py'))) return null
  const done = spawnSync('/usr/bin/python3', ['py_pipeline.py', 'ac', 'xwlb', String(concepts)], {
    cwd: peers,
    encoding: 'utf8',
  })
  const seconds = (name: string) => Number(new RegExp(`${name} ([\\d.]+)`).exec(done.stdout)?.[1] ?? Number.NaN)
  const total = seconds('total') * 1000
  const statistics = ['monthly', 'co-occurrence', 'mann-kendall'].reduce((sum, stage) => sum + seconds(stage), 0) * 1000
  return Number.isFinite(total) ? { total, statistics } : null
}
const trend = (file: string, ...more: string[]) =>
  run([cli, 'trend', file, '--by', 'month', '--kind', 'any', '--top', '1', '-q', ...more])

/** A vocabulary of the peers' patterns, so that both count the same number of concepts. */
function vocabularyOf(n: number): string {
  const path = join(folder, `concepts${n}.json`)
  const concepts = patternsOf(n).map((prefLabel, i) => ({ id: `p${i}`, prefLabel, category: 'bench.all' }))
  const categories = { bench: { zh: '测', en: 'bench', sub: { all: '全' } } }
  writeFileSync(path, JSON.stringify({ id: `bench-${n}`, version: '1.0.0', title: 'bench', categories, concepts }))
  return path
}

if (wanted('whole')) {
  const floorScript = join(folder, 'floor.mjs')
  writeFileSync(
    floorScript,
    `import{createInterface}from'node:readline';import{createReadStream}from'node:fs';let n=0;for await(const l of createInterface({input:createReadStream(process.argv[2])}))n+=JSON.parse(l).text.length;console.log(n)`,
  )
  const [ours, floor]: [number[], number[]] = [[], []]
  let shown = ''
  for (let i = 0; i < rounds; i++) {
    const whole = trend(jsonl)
    shown = /(\d+) reports/.exec(whole.out)?.[0] ?? ''
    ours.push(whole.ms)
    floor.push(run([floorScript, jsonl]).ms)
  }
  say(
    'trend, whole process ÷ readline + JSON.parse alone (lower is better)',
    '≤3',
    '≤1.5',
    median(ours) / median(floor),
    `${(median(ours) / 1000).toFixed(2)} s, ${shown}`,
  )
  for (const n of [300, 5000]) {
    const goal = `trend, whole process vs Python ac pipeline, ${n} concepts`
    const vocabulary = vocabularyOf(n)
    const [mine, theirs]: [number[], number[]] = [[], []]
    for (let i = 0; i < rounds; i++) {
      const python = runPython(n)
      if (!python) break
      theirs.push(python.total)
      mine.push(trend(jsonl, '--vocabulary', vocabulary).ms)
    }
    if (theirs.length)
      say(
        goal,
        '4',
        '8',
        median(theirs) / median(mine),
        `${(median(mine) / 1000).toFixed(2)} s vs ${(median(theirs) / 1000).toFixed(2)} s`,
      )
    else skip(goal, 'no py_pipeline.py in TIFA_BENCH_PEERS, or its packages are missing')
  }
}

if (wanted('statistics')) {
  const { trend: trendOf, cooccurrence } = await import('../src/analysis/index')
  const { observe } = await import('../src/observation/index')
  const { studyOfHits } = await import('./statistics-study')
  const { study, hits } = studyOfHits(
    records.map((l) => JSON.parse(l)),
    patternsOf(5000),
  )
  const goal = 'statistics of 5,000 concepts × 56 months + co-occurrence vs the same stages in Python'
  let found = ''
  // The stages of the peer: monthly counts, Mann–Kendall of every concept, counts of every pair.
  const own = () => {
    const observation = observe(study, { by: 'month' })
    const { tests } = trendOf(observation, { by: 'month', tests: ['mann-kendall'] })
    const { nodes } = cooccurrence(observation, { level: 'report', minimum: 1 })
    found = `${tests.length} series, ${nodes.length} concepts found, ${hits} hits`
  }
  own()
  const [mine, theirs]: [number[], number[]] = [[], []]
  for (let i = 0; i < rounds; i++) {
    mine.push(timed(own))
    const python = runPython(5000)
    if (python) theirs.push(python.statistics)
  }
  const all = median([0, 1, 2].map(() => timed(() => void trendOf(study, { by: 'month' }).tests)))
  if (theirs.length)
    say(
      goal,
      '4',
      '10',
      median(theirs) / median(mine),
      `${median(mine).toFixed(0)} ms vs ${median(theirs).toFixed(0)} ms; ${found}; all six trend tests ${all.toFixed(0)} ms`,
    )
  else skip(goal, 'no py_pipeline.py in TIFA_BENCH_PEERS, or its packages are missing')
}

if (wanted('tenfold')) {
  const ten = join(folder, 'xwlb10.jsonl')
  for (let k = 0; k < 10; k++)
    for (let i = 0; i < records.length; i += 1000)
      appendFileSync(
        ten,
        records
          .slice(i, i + 1000)
          .map((l) => {
            const r = JSON.parse(l) as { id: string; text: string }
            r.id = `r${k}-${r.id}`
            r.text = r.text.replace(/[0-9]/g, (d) => String((Number(d) + k) % 10))
            return `${JSON.stringify(r)}\n`
          })
          .join(''),
      )
  const one = trend(jsonl, '--threads', '1')
  const big = trend(ten, '--threads', '1')
  say(
    'ten times the corpus: time (lower is better)',
    '≤10.5',
    '≤9',
    big.ms / one.ms,
    `${(big.ms / 1000).toFixed(1)} s, one run each`,
  )
  say(
    'ten times the corpus: peak memory (lower is better)',
    '≤1.5',
    '≤1.2',
    big.mb / one.mb,
    `${one.mb.toFixed(0)} → ${big.mb.toFixed(0)} MB`,
  )
  if (cpus().length > 1) {
    const single = big
    const pair = trend(ten, '--threads', '2')
    say(
      'two threads vs one on the tenfold corpus',
      '1.5',
      '1.8',
      single.ms / pair.ms,
      single.out === pair.out ? 'same bytes' : 'OUTPUT DIFFERS',
    )
  }
}

if (wanted('hostile')) {
  const { codePage } = await import('../src/pipeline')
  const { vocabulary } = await import('../src/defaults/index')
  const code = (t: string) => codePage({ text: t }, { vocabulary, kinds: 'any' })
  const normal = text.slice(0, 400_000).match(/[\s\S]{1,4000}/g)!
  for (const t of normal) code(t)
  const speed = (t: string, pieces: readonly string[]) =>
    t.length / median([0, 1, 2].map(() => timed(() => pieces.map(code))))
  const own = speed(text.slice(0, 400_000), normal)
  for (const [name, t] of [...hostileTexts(400_000), ['1 M unclosed brackets', '（'.repeat(1_000_000)] as const])
    say(`hostile text: ${name}, speed ÷ own normal speed`, '0.25', '0.5', speed(t, [t]) / own)

  // aⁿ against aᵐb: every place begins a long pattern that never ends.
  const trap = compileMatcher(['要'.repeat(63) + '好', ...patternsOf(300)])
  const rate = (t: string) => t.length / median([0, 1, 2].map(() => timed(() => trap.scan(t, () => {}))))
  say(
    'hostile text: aⁿ against aᵐb, matcher ÷ own normal speed',
    '0.25',
    '0.5',
    rate('要'.repeat(4_000_000)) / rate(text.slice(0, 4_000_000)),
  )

  // One line of 50 MB: the whole process, beside the same characters in their own lines.
  const long = text.slice(0, 17_000_000)
  const [one, many] = [join(folder, 'one.jsonl'), join(folder, 'many.jsonl')]
  writeFileSync(one, `${JSON.stringify({ id: 'one', date: '2022-01-01', text: long })}\n`)
  writeFileSync(
    many,
    long
      .match(/[\s\S]{1,520}/g)!
      .map((t, i) => `${JSON.stringify({ id: `m${i}`, date: '2022-01-01', text: t })}\n`)
      .join(''),
  )
  const args = ['--threads', '1'] as const
  const [a, b] = [trend(one, ...args), trend(many, ...args)]
  say(
    'hostile text: one line of 50 MB, whole process ÷ own normal speed',
    '0.25',
    '0.5',
    b.ms / a.ms,
    `${(a.ms / 1000).toFixed(1)} s, ${a.mb.toFixed(0)} MB`,
  )
}

if (wanted('start')) {
  const script = (body: string) => ['--input-type=module', '-e', body]
  const many = (args: readonly string[]) => median(Array.from({ length: rounds + 2 }, () => run(args).ms))
  const bare = many(script('0'))
  say(
    "import 'tifa' beside bare node (ms more)",
    '60',
    '25',
    many(script(`import '${join(root, 'dist/index.js')}'`)) - bare,
    'lower is better',
  )
  say('tifa --help beside bare node (ms more)', '120', '60', many([cli, '--help']) - bare, 'lower is better')
}

rmSync(folder, { recursive: true, force: true })
const record = join(root, 'bench/record')
mkdirSync(record, { recursive: true })
const csv = (s: string) => `"${s.replaceAll('"', '""')}"`
const day = new Date().toISOString().slice(0, 10)
writeFileSync(
  join(record, `${day}.csv`),
  `date,machine,node,goal,floor,aim,result,detail\n${lines
    .map((l) =>
      [
        day,
        `${cpus().length} × ${cpus()[0]?.model ?? '?'}`,
        process.version,
        l.goal,
        l.floor,
        l.aim,
        l.result,
        l.detail,
      ]
        .map(csv)
        .join(','),
    )
    .join('\n')}\n`,
)

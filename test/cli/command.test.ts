import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import Papa from 'papaparse'
import { beforeAll, describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const CLI = join(ROOT, 'dist/cli.js')
const REPORTS = join(ROOT, 'data/reports')
const PLACES = ['--places', join(REPORTS, 'places.json')]
const folder = mkdtempSync(join(tmpdir(), 'tifa-cli-'))
const tifa = (args: string[], input = '') => {
  const done = spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', input, cwd: folder, maxBuffer: 1 << 28 })
  return { out: done.stdout, err: done.stderr, status: done.status }
}
const REPORT = '5月6日，临湖县委书记顾南舟到东港镇调研项目建设。他强调，要坚持项目为王，加快项目进度。要压实责任。'

beforeAll(() => expect(existsSync(CLI), 'run npm run build first').toBe(true))

describe('tifa trend', () => {
  it('prints series, tests, cells and the method, without a progress line in a pipe', () => {
    const { out, err, status } = tifa(['trend', REPORTS, ...PLACES, '--by', 'month', '--top', '3'])
    expect(status).toBe(0)
    expect(err).toBe('')
    const lines = out.split('\n')
    expect(lines[0]).toMatch(/n\/N +rate +slope\/yr +p +q/)
    expect(lines[1]).toMatch(/^项目为王 +[▁▂▃▄▅▆▇█·]{22} +\d+\/\d+/)
    expect(out).toMatch(/2024-02/)
    expect(out).toContain('·')
    expect(out).toMatch(/Coded with tifa \d+\.\d+\.\d+ .* vocabulary tifa-default/)
  })
  it('writes cells, tests and method', () => {
    const { status } = tifa(['trend', REPORTS, ...PLACES, '-o', 'trends.csv'])
    expect(status).toBe(0)
    const cells = Papa.parse<Record<string, string>>(readFileSync(join(folder, 'trends.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data
    expect(Object.keys(cells[0]!)).toEqual(
      expect.arrayContaining(['concept', 'period', 'state', 'numerator', 'denominator', 'rate', 'low', 'high']),
    )
    const missing = cells.filter((c) => c['period'] === '2024-02')
    expect(new Set(missing.map((c) => `${c['state']} ${c['rate']}`))).toEqual(new Set(['no-reports ']))
    const tests = Papa.parse<Record<string, string>>(readFileSync(join(folder, 'trends.tests.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    }).data
    expect(new Set(tests.map((t) => t['concept'])).size).toBe(tests.length)
    expect(tests[0]).toHaveProperty('q')
    const { method } = JSON.parse(readFileSync(join(folder, 'trends.method.json'), 'utf8'))
    expect(method).toMatchObject({ analysis: 'trend', reprints: 'original', vocabulary: { id: 'tifa-default' } })
    expect(method.corpus).toMatch(/^[0-9a-f]{16}$/)
  })
  it('the same input gives the same bytes for any number of threads', () => {
    const one = tifa(['trend', REPORTS, ...PLACES, '--threads', '1', '--format', 'csv'])
    const two = tifa(['trend', REPORTS, ...PLACES, '--threads', '2', '--format', 'csv'])
    expect(two.out).toBe(one.out)
    expect(one.out.length).toBeGreaterThan(10_000)
  })
})

describe('tifa code', () => {
  it('writes the contract, and every analysis reads it again', () => {
    expect(tifa(['code', REPORTS, ...PLACES, '-o', 'coded', '--rejected', '-q']).status).toBe(0)
    expect(readdirSync(join(folder, 'coded')).sort()).toEqual([
      'directives.ndjson',
      'mentions.ndjson',
      'method.json',
      'rejected.ndjson',
      'reports.ndjson',
    ])
    const mention = JSON.parse(readFileSync(join(folder, 'coded/mentions.ndjson'), 'utf8').split('\n')[0]!)
    for (const name of 'id reportId directiveId paragraph concept label category surface form start end cleanStart cleanEnd zone stance stanceEvidence relayedFrom quoted grade nestedIn shadowedBy boundaryAgreement'.split(
      ' ',
    ))
      expect(mention).toHaveProperty(name)
    const direct = tifa(['frequency', REPORTS, ...PLACES, '--format', 'csv']).out
    expect(tifa(['frequency', 'coded', '--format', 'csv']).out).toBe(direct)
  })
  it.each([
    'frequency',
    'cooccurrence',
    'bursts',
    'changepoints',
    'diffusion',
    'drift',
    'kwic',
    'coverage',
    'attention',
    'discover',
    'sample',
    'collocates',
  ])('tifa %s prints a table with its method', (name) => {
    const { out, status, err } = tifa([
      name,
      'coded',
      ...(/kwic|collocates|diffusion|drift/.test(name) ? ['--concept', '项目为王'] : []),
    ])
    expect(err).toBe('')
    expect(status).toBe(0)
    expect(out).toContain('Coded with tifa')
  })
  it('counts paragraphs of raw inputs as of a study', () => {
    const raw = tifa(['cooccurrence', REPORTS, ...PLACES, '--unit', 'paragraph', '--format', 'csv'])
    expect(raw.err).toBe('')
    expect(raw.out).toBe(tifa(['cooccurrence', 'coded', '--unit', 'paragraph', '--format', 'csv']).out)
  })
  it('without -o it is a filter: one line a report', () => {
    const { out, status } = tifa(
      ['code', '-'],
      `${JSON.stringify({ id: 'a', date: '2023-05-07', text: REPORT })}\n${JSON.stringify({ id: 'b', text: REPORT })}\n`,
    )
    expect(status).toBe(0)
    const rows = out
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l))
    expect(rows.map((r) => [r.report.id, r.directives.length, r.mentions.length])).toEqual([
      ['a', 2, 1],
      ['b', 2, 1],
    ])
    const [mention] = rows[0].mentions
    expect(REPORT.slice(mention.start, mention.end)).toBe(mention.surface)
  })
  it('agrees with itself', () => {
    writeFileSync(join(folder, 'a.csv'), 'id,code\n1,y\n2,n\n3,y\n4,n\n')
    const { out, status } = tifa(['agree', 'a.csv', 'a.csv', '--format', 'json'])
    expect(status).toBe(0)
    expect(out).toContain('1')
  })
})

describe('bad input: one clear message, the rest is done, exit status 1', () => {
  const good = { id: 'good', date: '2023-05-07', text: REPORT }
  const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content)
  const code = (...inputs: string[]) => {
    const { out, err, status } = tifa(['code', ...inputs])
    return {
      ids: out.trim()
        ? out
            .trim()
            .split('\n')
            .map((l) => JSON.parse(l).report.id)
        : [],
      err,
      status,
    }
  }
  beforeAll(() => {
    write('good.jsonl', `${JSON.stringify(good)}\n`)
    write(
      'broken.jsonl',
      Array.from({ length: 40 }, (_, i) =>
        i === 16 ? '{"id": "x", "text": ' : JSON.stringify({ ...good, id: `r${i + 1}` }),
      ).join('\n'),
    )
    write('empty.txt', '')
    write('binary.txt', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3, 0, 0xff, 0xfe, 0, 9, 0, 0, 0]))
    write(
      'nul.jsonl',
      Buffer.concat([
        Buffer.from(JSON.stringify(good)),
        Buffer.from('\n{"id":"n","text":"a'),
        Buffer.from([0]),
        Buffer.from('b"}\n'),
      ]),
    )
    mkdirSync(join(folder, 'foreign'), { recursive: true })
    write('foreign/picture.png', Buffer.from([1, 2, 3]))
    write(
      'big.jsonl',
      `${JSON.stringify({ ...good, id: 'huge', text: '要'.repeat(23_000_000) })}\n${JSON.stringify(good)}\n`,
    )
    write('locked.txt', REPORT)
    chmodSync(join(folder, 'locked.txt'), 0)
  })
  it.each([
    ['a missing file', 'nowhere.txt', /nowhere\.txt: there is no such file/],
    ['an empty file', 'empty.txt', /empty\.txt: /],
    ['a binary file', 'binary.txt', /binary\.txt: /],
    ['a folder with none of our formats', 'foreign', /foreign: the folder holds no/],
    ['line 17 of 40 broken', 'broken.jsonl', /broken\.jsonl:17: broken JSON/],
    ['a NUL byte', 'nul.jsonl', /nul\.jsonl:2: a NUL byte/],
    ['a record over 64 MB', 'big.jsonl', /big\.jsonl:1: .*64 MB/],
  ])('%s', (_, input, message) => {
    const { ids, err, status } = code(input, 'good.jsonl')
    expect(status).toBe(1)
    expect(err).toMatch(message)
    expect(err.trim().split('\n')).toHaveLength(1)
    expect(ids).toContain('good')
    if (input === 'broken.jsonl') expect(ids).toHaveLength(40)
  })
  it.skipIf(process.getuid?.() === 0)('an unreadable file', () => {
    const { err, status, ids } = code('locked.txt', 'good.jsonl')
    expect([status, ids]).toEqual([1, ['good']])
    expect(err).toMatch(/locked\.txt: permission denied/)
  })
})

describe('wrong usage: exit status 2 and what was expected', () => {
  it.each([
    [['trend', 'x', '--by', 'fortnight'], /fortnight/],
    [['trend', REPORTS, '--reprints', 'some'], /original, all, cluster/],
    [['kwic', REPORTS, '--concept', '没有这个提法'], /没有这个提法/],
    [['trend'], /missing required argument/],
    [['nonsense'], /unknown command/],
    [['code', REPORTS, '--places', 'nowhere.json'], /nowhere\.json/],
  ])('tifa %j', (args, message) => {
    const { status, err } = tifa(args as string[])
    expect(err).toMatch(message)
    expect(status).toBe(2)
  })
  it('--json gives errors as JSON', () => {
    const { err } = tifa(['--json', 'trend', REPORTS, '--reprints', 'some'])
    expect(JSON.parse(err).error.code).toBe('invalid-option')
  })
})

describe('configuration file', () => {
  it('fills flags that were not given; flags win', () => {
    const dir = join(folder, 'configured')
    mkdirSync(dir, { recursive: true })
    writeFileSync(join(dir, 'tifa.config.yaml'), 'by: quarter\nquiet: true\n')
    const run = (args: string[]) => spawnSync(process.execPath, [CLI, ...args], { encoding: 'utf8', cwd: dir }).stdout
    expect(run(['trend', REPORTS, ...PLACES, '--top', '1'])).toContain('2023-Q2')
    expect(run(['trend', REPORTS, ...PLACES, '--top', '1', '--by', 'year'])).not.toContain('2023-Q2')
  })
})

describe('tifa vocabulary', () => {
  it('lints the bundled vocabulary without an error', () => expect(tifa(['vocabulary', 'lint']).status).toBe(0))
  it('converts to SKOS and back without a change', () => {
    expect(tifa(['vocabulary', 'convert', 'default', '-o', 'v.ttl']).status).toBe(0)
    expect(readFileSync(join(folder, 'v.ttl'), 'utf8')).toContain('skos:prefLabel')
    expect(tifa(['vocabulary', 'diff', 'default', 'v.ttl']).out).toContain('no concept changed')
  })
})

describe('tifa completion', () => {
  it('completes commands and flags in bash', () => {
    writeFileSync(join(folder, 'tifa.bash'), tifa(['completion', 'bash']).out)
    const ask = (words: string[], at: number) =>
      spawnSync(
        'bash',
        ['-c', `source tifa.bash; COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${at}; _tifa; echo "\${COMPREPLY[@]}"`],
        { encoding: 'utf8', cwd: folder },
      ).stdout.trim()
    expect(ask(['tifa', 'tre'], 1)).toBe('trend')
    expect(ask(['tifa', 'trend', '--meas'], 2)).toBe('--measure')
    expect(ask(['tifa', 'vocabulary', 'li'], 2)).toBe('lint list')
  })
  it('refuses a shell it does not know', () => expect(tifa(['completion', 'tcsh']).status).toBe(2))
})

describe('tifa report', () => {
  it('writes one self-contained page', () => {
    expect(tifa(['report', REPORTS, ...PLACES, '-o', 'page.html', '-q']).status).toBe(0)
    const page = readFileSync(join(folder, 'page.html'), 'utf8')
    expect(page).toContain("default-src 'none'")
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
    expect(page.match(/<button class="n"/g)!.length).toBeGreaterThan(100)
  })
})

describe('on a terminal and in a pipe', () => {
  it('kwic shows what stands next to the keyword', () => {
    const { out } = tifa(['kwic', REPORTS, ...PLACES, '--concept', '项目为王'])
    expect(out).toMatch(/^date +place +left +key +right +stance\n/)
    expect(out).toMatch(/要树立 {2}“项目为王” {2}的鲜明导向/)
  })
  it('keyness takes the name of a city for its path', () => {
    const short = tifa(['keyness', REPORTS, ...PLACES, '--by', 'city', '--target', '青岚市', '--format', 'csv'])
    const full = tifa(['keyness', REPORTS, ...PLACES, '--by', 'city', '--target', '栖川省/青岚市', '--format', 'csv'])
    expect(short.out).toBe(full.out)
    expect(short.out.split('\n').length).toBeGreaterThan(10)
  })
  it('a reader that leaves early is no failure', () => {
    const done = spawnSync(
      'bash',
      ['-c', `set -o pipefail; "${process.execPath}" "${CLI}" frequency "${REPORTS}" --format ndjson | head -n 1`],
      {
        encoding: 'utf8',
      },
    )
    expect(done.stderr).toBe('')
    expect(done.status).toBe(0)
    expect(JSON.parse(done.stdout)).toHaveProperty('concept')
  })
  it.each(['diffusion', 'bursts', 'changepoints', 'kwic'])('%s is drawn', (name) => {
    const { err, status } = tifa([name, REPORTS, ...PLACES, '--concept', '项目为王', '-o', `${name}.svg`])
    expect([err, status]).toEqual(['', 0])
    expect(readFileSync(join(folder, `${name}.svg`), 'utf8')).toMatch(/^<svg .*项目为王.*<\/svg>$/s)
  })
})

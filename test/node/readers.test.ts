import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { parquetWriteFile } from 'hyparquet-writer'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TifaError } from '../../src/error'
import { type InputIssue, type ReaderOptions, readReports } from '../../src/node/index'
import type { RawReport } from '../../src/report/index'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tifa-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const put = (name: string, data: string | Uint8Array): string => {
  const path = join(dir, name)
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, data)
  return path
}

async function read(inputs: string | string[], options: ReaderOptions = {}) {
  const issues: InputIssue[] = []
  const reports: RawReport[] = []
  for await (const raw of readReports(inputs, { onIssue: (issue) => issues.push(issue), ...options })) reports.push(raw)
  return { reports, issues, messages: issues.map((i) => i.message.replaceAll(`${dir}/`, '')) }
}

/** 县长调研。 in GB18030. */
const gb = Uint8Array.of(0xcf, 0xd8, 0xb3, 0xa4, 0xb5, 0xf7, 0xd1, 0xd0, 0xa1, 0xa3)

describe('formats', () => {
  it('reads text and HTML files as one report each', async () => {
    const { reports, issues } = await read([
      put('a.txt', '县长调研。'),
      put('b.html', '<p>县长调研。</p>'),
      put('c.md', '县长调研。'),
      put('d.htm', '<p>一</p>'),
    ])
    expect(issues).toEqual([])
    expect(reports.map((r) => [r.path!.slice(dir.length + 1), r.text, r.html, r.encoding])).toEqual([
      ['a.txt', '县长调研。', undefined, 'utf-8'],
      ['b.html', undefined, '<p>县长调研。</p>', 'utf-8'],
      ['c.md', '县长调研。', undefined, 'utf-8'],
      ['d.htm', undefined, '<p>一</p>', 'utf-8'],
    ])
    expect(reports[0]!.sourceHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('finds GB18030 and takes a named encoding', async () => {
    const long = Uint8Array.from(Array.from({ length: 12 }, () => [...gb]).flat())
    expect((await read(put('a.txt', long))).reports[0]!.text).toBe('县长调研。'.repeat(12))
    expect((await read(put('b.txt', gb), { encoding: 'gbk' })).reports[0]!.text).toBe('县长调研。')
  })

  it('reads JSON lines with their line numbers; other fields go to meta', async () => {
    const { reports, issues } = await read(
      put(
        'a.jsonl',
        '\ufeff{"id":7,"title":"题","date":"2023-09-15","source":"松屏日报","url":"u","text":"县长调研。","channel":"要闻"}\r\n\n{"html":"<p>一</p>","outlet":"晨报","source":"x"}',
      ),
    )
    expect(issues).toEqual([])
    expect(reports).toMatchObject([
      {
        id: '7',
        title: '题',
        date: '2023-09-15',
        outlet: '松屏日报',
        url: 'u',
        text: '县长调研。',
        record: 1,
        meta: { channel: '要闻' },
      },
      { html: '<p>一</p>', outlet: '晨报', record: 3, meta: { source: 'x' } },
    ])
  })

  it('reads a JSON array, or objects one after another, element by element', async () => {
    const records = '[\n {"text":"一 ] } \\" {"},\n {"text":"二",\n  "tags":["a",{"b":1}]}\n]'
    expect((await read(put('a.json', records))).reports).toMatchObject([
      { text: '一 ] } " {', record: 2 },
      { text: '二', record: 3, meta: { tags: ['a', { b: 1 }] } },
    ])
    expect((await read(put('b.json', '{"text":"一"}{"text":"二"}'))).reports.map((r) => r.text)).toEqual(['一', '二'])
  })

  it('reads CSV and TSV: quotes, line breaks in fields, empty fields', async () => {
    const csv = '\ufeffid,title,text\r\n1,"a ""b""","第一行\n第二行"\r\n2,,二\r\n'
    expect((await read(put('a.csv', csv))).reports).toMatchObject([
      { id: '1', title: 'a "b"', text: '第一行\n第二行', record: 1 },
      { id: '2', text: '二', record: 2 },
    ])
    expect((await read(put('a.tsv', 'id\ttext\n1\t一, "二"\n'))).reports).toMatchObject([{ id: '1', text: '一, "二"' }])
  })

  it('reads Parquet', async () => {
    const path = join(dir, 'a.parquet')
    parquetWriteFile({
      filename: path,
      columnData: [
        { name: 'id', data: ['a', 'b'], type: 'STRING' },
        { name: 'text', data: ['一', '二'], type: 'STRING' },
        { name: 'year', data: [2023, 2024], type: 'INT32' },
      ],
    })
    expect((await read(path)).reports).toMatchObject([
      { id: 'a', text: '一', record: 1, meta: { year: 2023 } },
      { id: 'b', text: '二', record: 2, meta: { year: 2024 } },
    ])
  })

  it('unpacks .gz of them', async () => {
    const line = '{"text":"县长调研。"}\n'
    const { reports } = await read([
      put('a.txt.gz', gzipSync('县长调研。')),
      put('b.jsonl.gz', gzipSync(line)),
      put('c.csv.gz', gzipSync('text\n一\n')),
      put('d.json.gz', gzipSync(`[${line}]`)),
    ])
    expect(reports.map((r) => r.text)).toEqual(['县长调研。', '县长调研。', '一', '县长调研。'])
  })

  it('reads standard input as JSON lines', async () => {
    const stdin = Readable.from([Buffer.from('{"text":"县'), Buffer.from('长"}\n{"te'), Buffer.from('xt":"二"}')])
    expect((await read('-', { stdin })).reports).toMatchObject([
      { text: '县长', path: '-', record: 1 },
      { text: '二', path: '-', record: 2 },
    ])
  })

  it('cuts characters and lines at any byte without harm', async () => {
    const data = Buffer.from(['{"text":"县长𠮷调研。"}', '{"text":"第二"}', '', '{"text":"第三"}'].join('\n'))
    for (let size = 1; size < 12; size++) {
      const pieces = Array.from({ length: Math.ceil(data.length / size) }, (_, i) =>
        data.subarray(i * size, (i + 1) * size),
      )
      const { reports, issues } = await read('-', { stdin: Readable.from(pieces) })
      expect(issues).toEqual([])
      expect(reports.map((r) => [r.text, r.record])).toEqual([
        ['县长𠮷调研。', 1],
        ['第二', 2],
        ['第三', 4],
      ])
    }
  })

  it('reads records in UTF-16 and in GB18030', async () => {
    const utf16 = Buffer.from('\ufeff{"text":"县长"}\n{"text":"二"}\n', 'utf16le')
    expect((await read(put('a.jsonl', utf16))).reports.map((r) => r.text)).toEqual(['县长', '二'])
    const ascii = (text: string) => Buffer.from(text, 'latin1')
    const lines = Buffer.concat(
      Array.from({ length: 20 }, () => Buffer.concat([ascii('{"text":"'), gb, ascii('"}\n')])),
    )
    expect((await read(put('b.jsonl', lines))).reports.map((r) => r.text)).toEqual(
      Array.from({ length: 20 }, () => '县长调研。'),
    )
  })

  it('takes columns by the names the caller gives', async () => {
    const path = put('a.jsonl', '{"content":"县长调研。","time":"2023-09-15","paper":"晨报"}')
    expect((await read(path, { fields: { text: 'content', date: 'time', outlet: 'paper' } })).reports).toMatchObject([
      { text: '县长调研。', date: '2023-09-15', outlet: '晨报' },
    ])
  })
})

describe('folders', () => {
  it('are searched to the bottom in code-point order; what describes them is passed over', async () => {
    for (const name of [
      'b.txt',
      'a/c.txt',
      'a/B.txt',
      'é.txt',
      '.hidden.txt',
      'README.md',
      'LICENSE.txt',
      'image.png',
      'places.json',
    ])
      put(name, '{"code":"1"}')
    put('z.json', '[{"text":"一"}]')
    const { reports, issues } = await read(dir)
    expect(issues).toEqual([])
    expect(reports.map((r) => r.path!.slice(dir.length + 1))).toEqual([
      'a/B.txt',
      'a/c.txt',
      'b.txt',
      'z.json',
      'é.txt',
    ])
  })

  it('with nothing of ours are told', async () => {
    put('image.png', 'x')
    expect((await read(dir)).messages).toEqual([expect.stringContaining('holds no .txt')])
    put('settings.json', '{"a":1}')
    expect((await read(dir)).messages).toEqual([expect.stringContaining('no file in the folder holds reports')])
  })
})

describe('bad input never stops the rest', () => {
  it('names the file (and line) of each', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => (i === 16 ? '{"text": "断' : `{"text":"第${i + 1}"}`))
    const good = put('z-good.txt', '县长调研。')
    const inputs = [
      join(dir, 'missing.txt'),
      put('empty.txt', ''),
      put('blank.txt', ' \n '),
      put(
        'binary.txt',
        Uint8Array.from({ length: 400 }, (_, i) => i % 7),
      ),
      put('paper.docx', 'x'),
      put('report.txt', Buffer.from('%PDF-1.7 …')),
      put('broken.jsonl', lines.join('\n')),
      put(
        'nul.txt',
        '第一行\n第\u0000二行，后面还有很长很长很长很长很长很长很长很长很长很长很长很长的一段文字，只有一个字节坏了。',
      ),
      put('nul.jsonl', '{"text":"一"}\n{"text":"二\u0000"}\n'),
      put('fields.jsonl', '{"body":"一"}\n[1]\n"x"\n{"text":5}\n'),
      put('norecords.json', '[]'),
      put('damaged.jsonl.gz', Buffer.from('not gzip')),
      put('short.csv', 'id,text\n1,一,多\n2,二\n'),
      good,
    ]
    const { reports, messages, issues } = await read(inputs)
    expect(messages).toEqual([
      'missing.txt: there is no such file or folder',
      'empty.txt: the file is empty',
      'blank.txt: the file holds no text',
      'binary.txt: a binary file, not text',
      expect.stringContaining('paper.docx: the ending is none of'),
      'report.txt: a binary file, not text',
      expect.stringMatching(/^broken\.jsonl:17: broken JSON: /),
      'nul.txt:2: a NUL byte in the text; the text was read without it',
      expect.stringMatching(/^nul\.jsonl:2: a NUL byte at column/),
      'fields.jsonl:1: neither text nor html (fields: body)',
      'fields.jsonl:2: expected an object, got an array',
      'fields.jsonl:3: expected an object, got a string',
      'fields.jsonl:4: field text: expected a string, got a number',
      'norecords.json: the file holds no records',
      expect.stringMatching(/^damaged\.jsonl\.gz: damaged gzip data/),
      'short.csv:1: row with 3 fields under a header of 2',
    ])
    expect(issues.every((i) => i.severity === 'error')).toBe(true)
    expect(reports.filter((r) => r.path!.endsWith('broken.jsonl'))).toHaveLength(39)
    expect(reports[reports.length - 1]!.path).toBe(good)
  })

  it('a record that is too large is passed over to its end', async () => {
    const big = JSON.stringify({ text: '长'.repeat(1000) })
    const small = '{"text":"短"}'
    const options = { maxRecord: 1000 }
    const jsonl = await read(put('a.jsonl', [small, big, small, big].join('\n')), options)
    expect(jsonl.issues.map((i) => [i.code, i.record])).toEqual([
      ['record-too-large', 2],
      ['record-too-large', 4],
    ])
    expect(jsonl.reports.map((r) => r.record)).toEqual([1, 3])
    const json = await read(put('a.json', `[${[small, big, small].join(',\n')}]`), options)
    expect(json.issues.map((i) => [i.code, i.record])).toEqual([['record-too-large', 2]])
    expect(json.reports.map((r) => r.text)).toEqual(['短', '短'])
    const text = await read(put('a.txt', '长'.repeat(1000)), options)
    expect(text.issues.map((i) => i.code)).toEqual(['record-too-large'])
    const csv = await read(put('a.csv', `text\n"${'长'.repeat(2000)}`), options)
    expect(csv.issues.map((i) => i.code)).toEqual(['record-too-large'])
  })

  it('the default limit is 64 MB, and a line just over it does not stay in memory', async () => {
    const piece = Buffer.alloc(1 << 20, 0x61)
    async function* huge() {
      yield Buffer.from('{"text":"一"}\n{"text":"')
      for (let i = 0; i < 65; i++) yield piece
      yield Buffer.from('"}\n{"text":"三"}\n')
    }
    const { reports, messages } = await read('-', { stdin: Readable.from(huge()) })
    expect(messages).toEqual(['-:2: the record is over 64 MB and was passed over'])
    expect(reports.map((r) => [r.text, r.record])).toEqual([
      ['一', 1],
      ['三', 3],
    ])
  })

  it.skipIf(process.getuid?.() === 0)('a file that may not be read is told', async () => {
    const path = put('secret.txt', '县长调研。')
    chmodSync(path, 0o000)
    expect((await read(path)).messages).toEqual(['secret.txt: permission denied'])
  })

  it('a dangling link is told', async () => {
    symlinkSync(join(dir, 'nowhere.txt'), join(dir, 'link.txt'))
    expect((await read(dir)).messages).toEqual(['link.txt: there is no such file or folder'])
  })

  it('is warned about on the console where nobody listens', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    for await (const _ of readReports(join(dir, 'missing.txt'))) break
    expect(warn).toHaveBeenCalledOnce()
    warn.mockRestore()
  })

  it('misuse throws', async () => {
    await expect(read([])).rejects.toThrow(TifaError)
    await expect(read(put('a.txt', '一'), { encoding: 'klingon' })).rejects.toThrow(/klingon/)
  })
})

it('leaves no files behind', () => {
  expect(readdirSync(dir)).toEqual([])
})

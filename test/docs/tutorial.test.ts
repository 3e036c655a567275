import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fenced, printedProgram, root } from '../../scripts/docs'

const tutorial = readFileSync(join(root, 'docs', 'tutorial.md'), 'utf8')
const lines = [...tutorial.matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap((m) => m[1]!.trim().split('\n'))
const TEN = [
  '03-qinglan',
  '03-wangxi',
  '03-zeyang',
  '04-yuwan',
  '05-qinglan',
  '05-wangxi',
  '06-qinglan',
  '06-yuwan',
  '07-wangxi',
  '08-yuwan',
]

let folder: string
const tsx = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href

/** A reader's line, with the sources in place of the installed command. */
const ours = (line: string): string =>
  line.replace(/^npx tifa\b/, `"${process.execPath}" --import "${tsx}" "${join(root, 'src/cli/main.ts')}"`)

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tifa-tutorial-'))
  mkdirSync(join(folder, 'my-reports'))
  for (const name of TEN) {
    const file = `2024-${name}-01.txt`
    copyFileSync(join(root, 'data/reports', file), join(folder, 'my-reports', file))
  }
  copyFileSync(join(root, 'data/reports/places.json'), join(folder, 'places.json'))
  writeFileSync(join(folder, 'mine.yaml'), fenced(tutorial, 'yaml'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('tutorial', () => {
  it('has commands', () => expect(lines.length).toBeGreaterThan(10))

  // In order: later lines read what earlier ones wrote. Installing is the one line that needs a published package.
  for (const line of lines.filter((l) => l !== 'npm install tifa'))
    it(`runs: ${line}`, () => {
      const printed = execFileSync('bash', ['-c', ours(line)], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      const target = /(?:-o) (\S+)/.exec(line)?.[1]
      if (target) {
        expect(existsSync(join(folder, target))).toBe(true)
        if (target.includes('.')) expect(statSync(join(folder, target)).size).toBeGreaterThan(0)
      } else expect(printed.trim()).not.toBe('')
    })

  it('writes what step 3 says', () => {
    for (const file of ['trends.csv', 'trends.tests.csv', 'trends.method.json'])
      expect(existsSync(join(folder, file))).toBe(true)
    expect(readFileSync(join(folder, 'trends.csv'), 'utf8')).toContain('项目为王')
    expect(readFileSync(join(folder, 'mine.csv'), 'utf8')).toContain('门前三包')
  })

  it('runs the program of step 7', () => {
    const file = join(folder, 'cell.mts')
    writeFileSync(file, printedProgram(fenced(tutorial, 'js')))
    const printed = execFileSync(process.execPath, ['--import', tsx, file], { cwd: folder, encoding: 'utf8' })
    expect(printed).toMatch(/^2024-03 \d\/\d$/m)
    expect(printed).toContain('Coded with tifa')
  })
})

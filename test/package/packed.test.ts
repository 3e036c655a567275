import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const ENTRIES = ['.', './defaults', './stats', './node', './browser', './parquet', './arrow']
const npm = (args: string[], cwd: string) =>
  execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, npm_config_ignore_scripts: 'true' },
  })

/** The packed package, installed into a bare folder as a user would. Needs the build that `npm test` makes first. */
describe('packed package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-packed-'))
  const specifiers = ENTRIES.map((e) => `tifa${e.slice(1)}`)

  beforeAll(() => {
    expect(existsSync(join(ROOT, 'dist/index.js')), 'run npm run build first').toBe(true)
    npm(['pack', '--pack-destination', folder], ROOT)
    const tarball = readdirSync(folder).find((f) => f.endsWith('.tgz'))!
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    npm(['install', '--no-audit', '--no-fund', '--prefer-offline', `./${tarball}`], folder)
  }, 180_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const run = (file: string, text: string) => {
    writeFileSync(join(folder, file), text)
    return execFileSync(process.execPath, [file], { cwd: folder, encoding: 'utf8' })
  }

  it('installs without compiling or downloading anything native', () => {
    expect(existsSync(join(folder, 'node_modules/nodejieba'))).toBe(false)
  })
  it('every entry imports as ESM', () => {
    const text = specifiers.map((s, i) => `import * as m${i} from '${s}'`).join('\n')
    const out = run(
      'a.mjs',
      `${text}\nconsole.log(${specifiers.map((_, i) => `Object.keys(m${i}).length > 0`).join(' && ')})`,
    )
    expect(out.trim()).toBe('true')
  })
  it('every entry is required as CommonJS, and the error class is one and the same', () => {
    const text = specifiers.map((s) => `Object.keys(require('${s}')).length > 0`).join(' && ')
    expect(run('a.cjs', `console.log(${text})`).trim()).toBe('true')
    const same = `const { TifaError } = require('tifa'); try { require('tifa/stats').trend.mk({ y: 'x' }) } catch (e) { console.log(e instanceof TifaError, e instanceof RangeError) }`
    expect(run('b.cjs', same).trim()).toBe('true true')
  })
  it.each(['nodenext', 'bundler'])('type-checks under moduleResolution %s', (resolution) => {
    writeFileSync(
      join(folder, 'use.mts'),
      `import { codeReports, trend, TifaError, type Study } from 'tifa'
import { vocabulary } from 'tifa/defaults'
import { readReports } from 'tifa/node'
import { trend as stats } from 'tifa/stats'
const study: Study = await codeReports(readReports('reports/'), { vocabulary })
export const rows = trend(study, { by: 'month' }).rows
export const p: number | null = stats.mk({ y: [1, 2, 3] }).p
export const error: RangeError = new TifaError('invalid-option', 'x')
`,
    )
    const module = resolution === 'bundler' ? 'esnext' : 'nodenext'
    const compilerOptions = {
      noEmit: true,
      strict: true,
      target: 'es2022',
      module,
      moduleResolution: resolution,
      types: [],
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.mts'] }))
    const tsc = join(ROOT, 'node_modules/typescript/bin/tsc')
    expect(() =>
      execFileSync(process.execPath, [tsc, '-p', 'tsconfig.json'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' }),
    ).not.toThrow()
  })
  it('the command runs', () => {
    const bin = join(folder, 'node_modules/.bin/tifa')
    expect(execFileSync(bin, ['--version'], { encoding: 'utf8' }).trim()).toMatch(/^\d+\.\d+\.\d+/)
    expect(execFileSync(bin, ['--help'], { encoding: 'utf8' })).toContain('trend')
  })
})

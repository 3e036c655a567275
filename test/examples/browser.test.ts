// What only a real browser can say: modules load without a bundler, labels stay inside their picture, the report page is inert.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bursts, changePoints, cooccurrence, coverage, diffusion, frequency, trend } from '../../src/analysis/index'
import { vocabulary } from '../../src/defaults/index'
import { codeReports } from '../../src/pipeline'
import { reportPage } from '../../src/present/index'
import { pictures } from '../present/pictures'
import { resultPictures, sampleStudy } from '../present/result-pictures'
import { serve } from './serve'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The browser of this machine: TIFA_CHROMIUM, or the first usual name that is there. */
function findChromium(): string | null {
  const named = process.env['TIFA_CHROMIUM']
  if (named) return named
  for (const name of ['chromium', 'chromium-browser', 'google-chrome'])
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    } catch {}
  return null
}
const executablePath = findChromium()
if (!executablePath) {
  if (process.env['TIFA_MUST_NOT_SKIP']) throw new Error('expected chromium: set TIFA_CHROMIUM to its path')
  console.warn('skipped: chromium is not installed (TIFA_CHROMIUM names its path)')
}

const SLOGANS = ['项目为王', '真抓实干', '高质量发展', '营商环境', '乡村振兴']
/** A report of the given number of mentions, in invented words. */
const report = (i: number, mentions: number) => ({
  id: `r${i}`,
  title: i === 0 ? '<img src=x onerror=alert(2)>林山市委书记赵明调研' : '林山市委书记赵明调研',
  date: `2024-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`,
  text: `${Array.from({ length: mentions }, (_, k) => `赵明强调，要坚持${SLOGANS[(i + k) % SLOGANS.length]}，<script>alert(1)</script>把工作做实。`).join('\n')}`,
})

async function page(reports: number, mentions: number): Promise<{ html: string; mentions: number }> {
  const study = await codeReports(
    Array.from({ length: reports }, (_, i) => report(i, mentions)),
    { vocabulary, kinds: 'any' },
  )
  const html = reportPage({
    title: 'Test <b>page</b>',
    study,
    trend: trend(study, { by: 'month' }),
    frequency: frequency(study),
    cooccurrence: cooccurrence(study),
    coverage: coverage(study),
  })
  return { html, mentions: study.mentions.length }
}

/** Labels of the page's picture that reach outside its viewBox, turned and moved ones included. Runs in the browser. */
function labelsOutside(): string[] {
  const svg = document.querySelector('svg')!
  const box = svg.viewBox.baseVal
  const toPicture = svg.getScreenCTM()!.inverse()
  const slack = 0.5
  return [...svg.querySelectorAll('text')].flatMap((text) => {
    const { x, y, width, height } = text.getBBox()
    const matrix = toPicture.multiply(text.getScreenCTM()!)
    const corners = [
      [x, y],
      [x + width, y],
      [x, y + height],
      [x + width, y + height],
    ].map(([a, b]) => new DOMPoint(a, b).matrixTransform(matrix))
    const inside = corners.every(
      (c) =>
        c.x >= box.x - slack &&
        c.y >= box.y - slack &&
        c.x <= box.x + box.width + slack &&
        c.y <= box.y + box.height + slack,
    )
    return inside ? [] : [`${text.textContent}: ${corners.map((c) => `${c.x.toFixed(1)},${c.y.toFixed(1)}`).join(' ')}`]
  })
}

describe.skipIf(!executablePath)('in a browser', () => {
  let browser: Browser
  let server: Server
  let address: string
  const pages = new Map<string, string>()

  beforeAll(async () => {
    ;({ server, address } = await serve(root, pages))
    browser = await chromium.launch({
      executablePath: executablePath!,
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    })
  })
  afterAll(async () => {
    await browser?.close()
    server?.close()
  })

  /** A page that remembers errors and dialogs. */
  async function open(path: string): Promise<{ page: Page; complaints: string[] }> {
    const page = await browser.newPage()
    const complaints: string[] = []
    page.on('pageerror', (e) => complaints.push(e.message))
    page.on('dialog', (d) => {
      complaints.push(`dialog: ${d.message()}`)
      void d.dismiss()
    })
    page.on('request', (r) => {
      if (!r.url().startsWith(address) && !r.url().startsWith('data:')) complaints.push(`network: ${r.url()}`)
    })
    await page.goto(address + path)
    return { page, complaints }
  }

  it('codes a dropped file on the example page', async () => {
    expect(existsSync(`${root}dist/browser.js`), 'dist: run npm run build first').toBe(true)
    const { page, complaints } = await open('/examples/drop-page/')
    const name = '2024-06-qinglan-01.txt'
    const bytes = [...readFileSync(`${root}data/reports/${name}`)]
    const dropped = await page.evaluateHandle(
      ({ name, bytes }) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([new Uint8Array(bytes)], name))
        return transfer
      },
      { name, bytes },
    )
    await page.waitForLoadState('networkidle')
    await page.dispatchEvent('#drop', 'drop', { dataTransfer: dropped })
    await page.waitForSelector('#trend table')
    expect(await page.textContent('#summary')).toMatch(/^1 records, [1-9]\d* directives, [1-9]\d* mentions$/)
    expect(await page.textContent('#trend table')).toContain('项目为王')
    expect(await page.locator('#trend svg').count()).toBe(1)
    expect(await page.textContent('#method')).toContain('Coded with tifa')
    expect(complaints).toEqual([])
    await page.close()
  })

  it('notices a label that is cut off', async () => {
    const page = await browser.newPage()
    await page.setContent(
      '<svg viewBox="0 0 100 50" width="100" height="50"><text x="10" y="20">in</text><text x="90" y="20">项目为王</text><text transform="translate(50 10) rotate(-90)">up</text></svg>',
    )
    const outside = await page.evaluate(labelsOutside)
    expect(outside.map((line) => line.split(':')[0])).toEqual(['项目为王', 'up'])
    await page.close()
  })

  describe.each([3, 60])('with %d concepts', (count) => {
    const drawn = Object.entries({ ...pictures(count), ...resultPictures(count) })
    let sheet: Page
    beforeAll(async () => {
      sheet = await browser.newPage()
    })
    afterAll(() => sheet?.close())
    it.each(drawn)('keeps every label of %s inside the picture', async (_, svg) => {
      await sheet.setContent(svg)
      expect(await sheet.locator('svg text').count()).toBeGreaterThan(0)
      expect(await sheet.evaluate(labelsOutside)).toEqual([])
    })
  })

  describe('a report page with everything', () => {
    const study = sampleStudy(12)
    const quick = { by: 'month', permutations: 19 } as const
    const pushed = bursts(study, quick)
    const html = reportPage({
      title: 'Everything',
      study,
      trend: trend(study, { by: 'month' }),
      frequency: frequency(study),
      cooccurrence: cooccurrence(study),
      coverage: coverage(study),
      bursts: pushed,
      changePoints: changePoints(study, { ...quick, resamples: 9 }),
      diffusion: diffusion(study),
    })

    it('opens the mentions of a burst and of an adoption', async () => {
      pages.set('/everything.html', html)
      const { page: shown, complaints } = await open('/everything.html')
      const [first] = [...pushed.rows].sort((a, b) => b.weight - a.weight)
      const name = `${first!.label} ${first!.start} – ${first!.end}: ${first!.numerator}/${first!.denominator}`
      await shown.locator(`button[data-name="${name}"]`).click()
      expect(await shown.textContent('dialog[open] h3')).toBe(`${name} — ${pushed.mentions(first!).length} mentions`)
      await shown.locator('dialog header button').click()
      await shown.locator('h2:has-text("Adoption by place") ~ div button.n').first().click()
      expect(await shown.textContent('dialog[open] h3')).toMatch(/: 7\/7 — \d+ mentions$/)
      expect(complaints).toEqual([])
      await shown.close()
    })

    it('fits on a sheet of A4, with nothing folded away', async () => {
      const sheet = await browser.newPage({ viewport: { width: 703, height: 1000 } }) // 210 mm less the margins
      await sheet.setContent(html)
      await sheet.emulateMedia({ media: 'print' })
      const wide = await sheet.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
          .map((e) => `${e.tagName}: ${e.textContent!.slice(0, 40)}`),
      )
      expect(wide).toEqual([])
      const periods = await sheet.locator('.paper thead th:visible').allTextContents()
      expect(periods.filter((p) => /^20/.test(p))).toHaveLength(22)
      const folded = () => sheet.locator('details:not([open])').count()
      expect(await folded()).toBe(5)
      await sheet.evaluate(() => dispatchEvent(new Event('beforeprint')))
      expect(await folded()).toBe(0)
      await sheet.evaluate(() => dispatchEvent(new Event('afterprint')))
      expect(await folded()).toBe(5)
      await sheet.close()
    })
  })

  for (const [reports, mentions, seconds] of [
    [10, 5, 5],
    [2500, 20, 15],
  ] as const)
    it(`opens sentences on a report page with ${reports * mentions} mentions and runs nothing of them`, async () => {
      const made = await page(reports, mentions)
      expect(made.mentions).toBeGreaterThanOrEqual(reports * mentions)
      pages.set('/report.html', made.html)
      const started = performance.now()
      const { page: shown, complaints } = await open('/report.html')
      const button = shown.locator('button.n', { hasText: /\d/ }).first()
      await button.click()
      await shown.waitForSelector('dialog[open] li')
      const took = (performance.now() - started) / 1000
      console.log(
        `${made.mentions} mentions: ${(made.html.length / 1e6).toFixed(1)} MB, open and first sentences after ${took.toFixed(1)} s`,
      )
      expect(await shown.textContent('dialog[open] ol')).toContain('<script>alert(1)</script>')
      expect(await shown.locator('dialog script, dialog img, table script, table img').count()).toBe(0)
      expect(complaints).toEqual([])
      expect(took).toBeLessThan(seconds)
      await shown.close()
    })
})

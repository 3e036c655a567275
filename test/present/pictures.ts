// Demonstration data for every kind of picture, with few and with many concepts; invented labels.
import { dispersionPlot } from '../../src/present/svg/dispersion-plot'
import { heatMap } from '../../src/present/svg/heat-map'
import { lineChart } from '../../src/present/svg/line-chart'
import { network } from '../../src/present/svg/network'
import { smallMultiples } from '../../src/present/svg/small-multiples'
import { stepCurve } from '../../src/present/svg/step-curve'

const NAMES = [
  '项目为王',
  '“五星”支部创建',
  '项目为王、企业为大、企业家为上、服务为先',
  '高质量发展',
  '延链补链强链',
  '主题教育 走深走实 (A–Z)',
]
const name = (i: number) => NAMES[i % NAMES.length]! + (i < NAMES.length ? '' : ` ${Math.floor(i / NAMES.length)}`)
const months = Array.from(
  { length: 20 },
  (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
)
/** A fixed wave, so that the pictures are the same at every run. */
const wave = (i: number, n: number) => Math.round(50 * (1 + Math.sin(i / 3 + n)) * (1 + n * 0.1)) / 100

export function pictures(count: number): Record<string, string> {
  const series = Array.from({ length: count }, (_, n) => ({
    label: name(n),
    values: months.map((_, i) => (i === 9 ? null : wave(i, n))),
    low: months.map((_, i) => (i === 9 ? null : wave(i, n) * 0.7)),
    high: months.map((_, i) => (i === 9 ? null : wave(i, n) * 1.3)),
    partial: months.map((_, i) => i === 19),
    bands: n === 1 ? [{ from: 4, to: 6 }] : [],
  }))
  const chart = {
    title: 'Mentions per report by month 每篇报道提及次数',
    yLabel: 'mentions per report',
    positions: months,
    series,
    note: 'Open circle: partial period, left out of tests. Gap: no reports in that month.',
  }
  const labels = Array.from({ length: count }, (_, n) => name(n))
  return {
    line: lineChart({ ...chart, series: series.slice(0, Math.min(8, count)) }),
    'small-multiples': smallMultiples(chart),
    'heat-map': heatMap({
      title: 'Co-occurrence in directives (NPMI)',
      rows: labels,
      columns: labels,
      values: labels.map((_, i) =>
        labels.map((_, j) => (i === j ? null : Math.round(Math.sin(i * j + 1) * 100) / 100)),
      ),
      scale: 'diverging',
      unit: 'NPMI',
      note: 'Dot: no value (the concept itself, or too few directives).',
    }),
    network: network({
      title: 'Formulations said together',
      nodes: labels.map((l, i) => ({ id: `c${i}`, label: l, size: 1 + ((i * 7) % 20), group: `g${i % 4}` })),
      edges: labels.flatMap((_, i) =>
        labels
          .slice(i + 1, i + 4)
          .map((_, k) => ({ source: `c${i}`, target: `c${i + k + 1}`, weight: 1 + ((i + k) % 5) })),
      ),
      note: 'Area: reports with the concept. Line: association strength.',
    }),
    'step-curve': stepCurve({
      title: 'Adoption of 项目为王 over places',
      yLabel: 'share of places',
      curves: Array.from({ length: Math.min(count, 6) }, (_, n) => ({
        label: name(n),
        steps: [0, 1, 2, 3, 4].map((k) => ({
          t: k * (2 + n),
          value: (k + 1) / (6 + n),
          low: k / 10,
          high: Math.min(1, (k + 3) / 7),
        })),
        censored: [22],
      })),
      from: 0,
      to: 24,
      axis: (t) => months[Math.min(19, Math.round((t / 24) * 19))]!,
      note: 'Tick: end of coverage without adoption.',
    }),
    dispersion: dispersionPlot({
      title: 'Where the formulations are said',
      blocks: months.map((m, i) => ({ label: m, at: i / 20 })),
      rows: labels.map((l, n) => ({
        label: l,
        at: Array.from({ length: 12 }, (_, k) => ((k * 37 + n * 11) % 100) / 100).sort(),
      })),
      note: 'One tick a mention, in the order of dated reports; the number at the right is the count.',
    }),
  }
}

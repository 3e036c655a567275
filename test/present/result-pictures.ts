// Every kind of result drawn from one synthetic study, with few and with many concepts; invented labels and places.
import { bursts, changePoints, cooccurrence, diffusion, frequency, kwic, trend } from '../../src/analysis/index'
import type { Study } from '../../src/observation/study'
import { toSvg } from '../../src/present/index'
import { buildStudy, type ReportSpec } from '../observation/build-study'

const NAMES = [
  '项目为王',
  '“五星”支部创建',
  '项目为王、企业为大、企业家为上、服务为先',
  '高质量发展',
  '延链补链强链',
  '主题教育 走深走实 (A–Z)',
]
const name = (i: number) => NAMES[i % NAMES.length]! + (i < NAMES.length ? `` : ` ${Math.floor(i / NAMES.length)}`)
const PLACES = [
  ['甲省', '林山市'],
  ['甲省', '石湾市'],
  ['甲省', '石湾市', '北塘县'],
  ['乙省', '青木市'],
  ['乙省', '青木市', '东河区'],
  ['乙省', '长滩市'],
  ['乙省', '云岭土家族苗族自治州', '南溪县'],
] as const
const MONTHS = Array.from(
  { length: 22 },
  (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
)

/**
 * Four reports a place and month (none in the tenth month); concept n begins one month later in each further place, is pushed from month 5 + n mod 9
 * for three months, and is said at a level that falls by half at month 14.
 */
export function sampleStudy(count: number): Study {
  const reports: ReportSpec[] = []
  PLACES.forEach((place, p) => {
    MONTHS.forEach((month, m) => {
      if (m === 9) return
      for (let k = 0; k < 4; k++) {
        const mentions = Array.from({ length: count }, (_, n) => n).filter((n) => {
          if (m < p + (n % 5) + 1) return false
          const pushed = m >= 5 + (n % 9) && m < 8 + (n % 9)
          return pushed || (m * 7 + p * 5 + k * 3 + n * 11) % (m < 14 ? 9 : 23) === 0
        })
        reports.push({
          id: `${month}-${p}-${k}`,
          date: `${month}-${String(1 + ((p * 4 + k) % 28)).padStart(2, '0')}`,
          place: [...place] as [string, string?, string?],
          directives: [{ mentions: mentions.map((n) => `c${n}`) }, { mentions: [] }],
        })
      }
    })
  })
  reports.push({ id: 'undated', date: null, directives: [{ mentions: ['c0'] }] })
  const concepts = Array.from({ length: count }, (_, n) => ({ id: `c${n}`, label: name(n), category: `g${n % 4}` }))
  return buildStudy(reports, concepts)
}

/** Every kind of result as a picture. */
export function resultPictures(count: number): Record<string, string> {
  const study = sampleStudy(count)
  const quick = { by: 'month', permutations: 19 }
  const pushed = bursts(study, quick)
  const changed = changePoints(study, { ...quick, resamples: 9 })
  const months = trend(study, { by: 'month', tests: [] })
  const places = diffusion(study)
  return {
    trend: toSvg(months, { top: count }),
    'trend-bursts': toSvg(months, { top: count, bursts: pushed }),
    'trend-changes': toSvg(months, { top: count, changePoints: changed }),
    frequency: toSvg(frequency(study), { top: count }),
    cooccurrence: toSvg(cooccurrence(study), { top: count }),
    network: toSvg(cooccurrence(study), { top: count, as: 'network' }),
    adoption: toSvg(places, { top: count }),
    'adoption-eight': toSvg(places, { top: 8 }),
    'adoption-share': toSvg(places, { top: count, as: 'share' }),
    'adoption-one': toSvg(diffusion(study, { concepts: ['c0'] })),
    dispersion: toSvg(kwic(study), { top: count }),
    bursts: toSvg(pushed, { top: count }),
    'bursts-by-place': toSvg(bursts(study, { ...quick, by: ['quarter', 'place'] }), { top: count }),
    levels: toSvg(changed, { top: count }),
    'levels-eight': toSvg(changed, { top: 8 }),
  }
}

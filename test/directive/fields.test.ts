import { describe, expect, test } from 'vitest'
import { findDirectives, reviewDirectives } from '../../src/directive/index'
import { reportOf } from './golden'

const head = '3月2日，县委书记陆庆阳到白石镇调研。陆庆阳强调，'
const first = (content: string) => findDirectives(reportOf(head + content))[0]!

test.each([
  ['要压实责任。', '要', 'require'],
  ['必须守住底线。', '必须', 'must'],
  ['各乡镇务必高度重视。', '务必', 'must'],
  ['不得弄虚作假。', '不得', 'prohibit'],
  ['严禁野外用火。', '严禁', 'prohibit'],
  ['不要搞形式主义。', '不要', 'prohibit'],
  ['一是加强领导。', '一是', 'require'],
  ['确保颗粒归仓。', '确保', 'must'],
  ['坚决守住底线。', '坚决', 'must'],
])('%s opens with %s, force %s', (content, opener, force) => {
  expect(first(content)).toMatchObject({ opener, force })
})

test.each([
  ['勉励', '企业加大研发力度。', 'exhort', '企业'],
  ['希望', '大家珍惜荣誉。', 'exhort', '大家'],
  ['叮嘱', '施工人员要注意安全。', 'exhort', '施工人员'],
  ['要求', '各有关部门加强监管。', 'require', '各有关部门'],
])('%s%s has force %s and addressee %s', (cue, content, force, addressee) => {
  const [d] = findDirectives(reportOf(`3月2日，县委书记陆庆阳到白石镇调研，${cue}${content}`))
  expect(d).toMatchObject({ cue, force, addressee, text: content })
})

test.each([
  ['各有关单位要强化服务。', '各有关单位'],
  ['全区广大党员干部要加压奋进。', '全区广大党员干部'],
  ['各有关部门和企业党组织要紧扣目标。', '各有关部门和企业党组织'],
  ['项目建设要提速。', null],
  ['要提速。', null],
  ['下一步，各专班要紧盯目标。', '各专班'],
])('addressee of %s is %s', (content, addressee) => {
  expect(first(content).addressee).toBe(addressee)
})

test.each([
  ['要解放思想。深入学习；全面落实。', 3],
  ['要加快进度。', 1],
  ['要对标先进；对标一流。', 2],
])('%s has %i segments', (content, segments) => {
  expect(first(content)).toMatchObject({ segments, text: content })
})

test('既要 … 又要 and 要 after a comma are flagged multi', () => {
  expect(first('既要算经济账，又要算生态账。').multi).toBe(true)
  expect(first('要加强领导，落实责任。').multi).toBe(false)
})

describe('lists', () => {
  test('k of n from the items', () => {
    const found = findDirectives(reportOf(`${head}一要抓早。要早部署。二要抓小。三要抓实。`))
    expect(found.map((d) => [d.ordinal, d.ordinalOf])).toEqual([
      [1, 3],
      [null, null],
      [2, 3],
      [3, 3],
    ])
  })

  test('an announced count that the items miss is an issue', () => {
    const text = '3月2日，县委书记陆庆阳主持会议，提出三点要求：一是抓早。二是抓小。'
    const review = reviewDirectives(reportOf(text))
    expect(review.directives.map((d) => [d.ordinal, d.ordinalOf])).toEqual([
      [1, 3],
      [2, 3],
    ])
    expect(review.issues.map((i) => i.code)).toEqual(['announced-count-differs'])
  })

  test('two lists of two speakers are two lists', () => {
    const text = '县委书记陆庆阳强调，一是抓早。二是抓小。县长沈文博要求，一是抓实。二是抓细。'
    expect(findDirectives(reportOf(text)).map((d) => [d.source, d.ordinal, d.ordinalOf])).toEqual([
      ['陆庆阳', 1, 2],
      ['陆庆阳', 2, 2],
      ['沈文博', 1, 2],
      ['沈文博', 2, 2],
    ])
  })
})

test('a lead summary is flagged where the body goes on to report speech', () => {
  const text = '3月2日，县委书记陆庆阳调研时强调，要抓项目。\n陆庆阳指出，要优环境。'
  expect(findDirectives(reportOf(text)).map((d) => d.lead)).toEqual([true, false])
})

test('a unit is truncated only where the text breaks off inside it', () => {
  expect(first('要优环境。').truncated).toBe(false)
  expect(first('要优环境，提升').truncated).toBe(true)
})

test('titles and forms of speakers', () => {
  const text = '县委副书记、县长沈文博来到项目现场。他要求，要加快进度。会议强调，要压实责任。'
  expect(findDirectives(reportOf(text)).map((d) => [d.source, d.sourceTitle, d.sourceType, d.sourceForm])).toEqual([
    ['沈文博', '县委副书记、县长', 'official', '他'],
    ['会议', null, 'meeting', '会议'],
  ])
})

test('offsets count in the text field where a title was put in front', () => {
  const title = '陆庆阳调研'
  const text = `${title}\n${head}要抓项目。`
  const report = { ...reportOf(text, { titleLines: 1 }), bodyShift: title.length + 1 }
  const [d] = findDirectives(report)
  expect(text.slice(d!.cleanStart, d!.cleanEnd)).toBe('要抓项目。')
  expect(text.slice(title.length + 1).slice(d!.start, d!.end)).toBe('要抓项目。')
})

test('a report without speech has no directives', () => {
  expect(findDirectives(reportOf('今年以来，全县粮食生产形势良好，重要农产品供应充足。'))).toEqual([])
  expect(findDirectives(reportOf(''))).toEqual([])
})

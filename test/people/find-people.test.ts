import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPeople } from '../../src/report/people'
import type { Paragraph } from '../../src/report/report'
import { readGoldens } from '../directive/golden'

function people(text: string) {
  const paragraphs: Paragraph[] = []
  let at = 0
  for (const line of text.split('\n')) {
    if (line.length > 0) paragraphs.push({ start: at, end: at + line.length, role: 'body' })
    at += line.length + 1
  }
  return findPeople(text, paragraphs)
}
const names = (text: string) => people(text).map((p) => [p.title, p.name])
const marked = (text: string) => people(text).map((p) => (p.attendee ? `${p.name}*` : p.name))

describe('title and name', () => {
  test.each([
    ['县委书记陆庆阳到白石镇调研。', [['县委书记', '陆庆阳']]],
    ['10月18日,市委书记韩立新到临溪区。', [['市委书记', '韩立新']]],
    ['10月18日市委书记韩立新到临溪区。', [['市委书记', '韩立新']]],
    ['日前县长沈文博主持会议。', [['县长', '沈文博']]],
    ['县委副书记、县长沈文博主持会议。', [['县委副书记、县长', '沈文博']]],
    ['市委常委、宣传部部长许岚出席。', [['市委常委、宣传部部长', '许岚']]],
    ['云河县人大常委会主任冯建军率队视察。', [['云河县人大常委会主任', '冯建军']]],
    ['会议传达学习省委书记方正洲讲话精神。', [['省委书记', '方正洲']]],
    [
      '县委书记杜松年、县长杨之恒出席会议并讲话。',
      [
        ['县委书记', '杜松年'],
        ['县长', '杨之恒'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })
})

describe('where the name ends', () => {
  test.each([
    ['区长罗一帆察看现场。', '罗一帆'],
    ['县长李明察看现场。', '李明'],
    ['县长李强强调，要抓落实。', '李强'],
    ['区委书记何党生在经开区调研。', '何党生'],
    ['区长石磊在走访时说，要抓生产。', '石磊'],
    ['市长申伟到水厂检查。', '申伟'],
    ['市长欧阳致和带队检查。', '欧阳致和'],
    ['市委常委司马青随同检查。', '司马青'],
    ['州长阿依古丽·肉孜到红柳滩乡调研。', '阿依古丽·肉孜'],
    ['州委书记扎西顿珠带领部门负责人调研。', '扎西顿珠'],
    ['副县长岑 昊到医院检查。', '岑昊'],
    ['旗长娜仁高娃到河段巡查。娜仁高娃指出，要管好水。', '娜仁高娃'],
    ['热依汗·吐尔逊强调，要加快进度。', '热依汗·吐尔逊'],
    ['市长骆子明主持会议。', '骆子明'],
    ['李晓东来到河边，李晓东一边种树一边询问。', '李晓东'],
    ['县长于海波主持会议。', '于海波'],
  ])('%s: %s', (text, name) => {
    expect(people(text).map((p) => p.name)).toEqual([name])
  })

  test('a list that ends in 等县领导 names them all', () => {
    expect(people('3月14日，石敬松、罗一鸣等县领导来到公园。').map((p) => p.name)).toEqual(['石敬松', '罗一鸣'])
  })

  test.each(['县委书记联席会议召开。联席会议强调，要抓落实。', '李晓东来到河边种树。'])('%s: no name', (text) => {
    expect(people(text)).toEqual([])
  })

  test('the shorter reading wins where it also stands alone', () => {
    expect(marked('县长李明坚决支持改革。李明指出，要抓落实。')).toEqual(['李明'])
  })

  test('the longer reading wins where both always go together', () => {
    expect(marked('县长李光明俯身查看。李光明俯下身子。李光明说。')).toEqual(['李光明'])
  })
})

describe('who is no official', () => {
  test.each([
    '企业负责人周大同介绍了情况。',
    '远航集团董事长吴天成一行来访。',
    '村党支部书记王有福说，路修好了。',
    '书记办公会研究了有关事项。',
    '党委书记于近日主持会议。',
    '全县各级领导干部要带头。',
    '县委主要领导强调，要抓落实。',
    '中央书记处召开会议，主席台前就座。',
    '市长热线开通。方案要求，要严格落实。',
  ])('%s', (text) => {
    expect(people(text)).toEqual([])
  })
})

test('a title after the name leaves the name where it is', () => {
  expect(names('习近平总书记多次强调要节约粮食。')).toEqual([])
  expect(names('省委书记方正洲来访。方正洲书记强调要抓落实。')).toEqual([['省委书记', '方正洲']])
})

test('family name and title: an alias of the full name, a person of its own without one', () => {
  expect(names('县长申建业检查工作。申县长指出，要抓安全。')).toEqual([['县长', '申建业']])
  expect(names('申县长指出，要抓安全。')).toEqual([['县长', '申县长']])
})

test('a bare name before a reporting verb at the start of a clause', () => {
  expect(names('李晓东强调，要抓落实。')).toEqual([[null, '李晓东']])
  expect(names('全会强调，要抓落实。方案指出，要抓细节。')).toEqual([])
})

describe('attendance', () => {
  test.each([
    ['市长程致远调研防汛工作。副市长邵奇、秘书长邱明一同调研。', ['程致远', '邵奇*', '邱明*']],
    ['市领导金鑫、钱程，市直相关部门负责人参加活动。', ['金鑫*', '钱程*']],
    ['区委常委、副区长叶建国,副区长杨华参加。', ['叶建国*', '杨华*']],
    ['县长杨之恒出席会议并讲话。', ['杨之恒']],
    ['副市长邵奇参加会议。邵奇指出，要抓实。', ['邵奇']],
    ['县委副书记扎西多吉陪同。', ['扎西多吉*']],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected)
  })

  test('names listed after a title share it', () => {
    expect(names('副县长乔木生、丁一参加会议。')).toEqual([
      ['副县长', '乔木生'],
      ['副县长', '丁一'],
    ])
  })
})

test('first mention and its span', () => {
  const text = '陆庆阳调研\n县委书记陆庆阳到白石镇调研。'
  const [p] = people(text)
  expect(p).toMatchObject({ name: '陆庆阳', title: '县委书记' })
  expect(text.slice(p!.first.start, p!.first.end).replace(' ', '')).toBe(p!.name)
})

test('names are slices of the text in order of first mention, each once', () => {
  const sentences = readGoldens().flatMap((g) => g.text.split(/(?<=[。\n])/))
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...sentences), { maxLength: 12 }), (parts) => {
      const text = parts.join('')
      const found = people(text)
      expect(new Set(found.map((p) => p.name)).size).toBe(found.length)
      let last = -1
      for (const p of found) {
        expect(text.slice(p.first.start, p.first.end).replace(' ', '')).toBe(p.name)
        expect(p.first.start).toBeGreaterThanOrEqual(last)
        last = p.first.start
      }
    }),
    { numRuns: 200 },
  )
})

test('every named speaker of the coded reports is found', () => {
  for (const g of readGoldens()) {
    const found = new Set(people(g.text).map((p) => p.name))
    for (const u of g.units) {
      const named = u.source !== null && g.text.replace(' ', '').includes(u.source)
      if (named && /^[\p{Script=Han}·]{2,9}$/u.test(u.source!) && !/会议|组|领导|防指|督察/.test(u.source!))
        expect(found, g.name).toContain(u.source)
    }
  }
})

test.each([
  '县委书记陆庆阳',
  '县长李明、',
  '书记',
  '王',
  '副市长张三丰参加，',
  '李晓东强调，',
  '总经理',
  '旗长娜仁高娃到，',
  '李晓东来到',
  '甲、乙等县领导',
  '乙·甲强调，',
])('time grows in step with length on %s repeated', (unit) => {
  const time = (n: number) => {
    const text = unit.repeat(n)
    let best = Number.POSITIVE_INFINITY
    for (let k = 0; k < 3; k++) {
      const from = performance.now()
      people(text)
      best = Math.min(best, performance.now() - from)
    }
    return best
  }
  time(500)
  const short = time(4_000)
  expect(time(32_000) / Math.max(short, 1)).toBeLessThan(32)
})

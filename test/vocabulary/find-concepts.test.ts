import { describe, expect, it } from 'vitest'
import { findConcepts, type OverlapPolicy, type Situation } from '../../src/vocabulary/index'
import { make } from './make'

type Vocabulary = ReturnType<typeof make>
/** `id:form` of the matches; `(`…`)` nested, `-` shadowed, `"` quoted. */
const show = (
  text: string,
  vocabulary: Vocabulary,
  overlap: OverlapPolicy = 'nested',
  situation?: Partial<Situation>,
) =>
  findConcepts(text, vocabulary, {
    overlap,
    ...(situation && {
      situation: { date: null, province: null, city: null, county: null, placeCode: null, ...situation },
    }),
  })
    .map((m) => {
      const form = `${m.concept.id}:${text.slice(m.start, m.end)}`
      return `${m.shadowedBy !== null ? '-' : ''}${m.nestedIn !== null ? `(${form})` : form}`
    })
    .join(' ')

describe('label forms: which characters between', () => {
  it.each<[string, string, string, string]>([
    // label, text, found, why
    ['五星支部', '创建“五星”支部', 'a:“五星”支部', 'quotation marks anywhere'],
    ['“五星”支部', '创建五星支部', 'a:五星支部', 'nor where the label prints them'],
    ['五星支部', '创建「五星」支部', 'a:「五星」支部', 'of every kind'],
    ['项目为王', '坚持‘项目为王’', 'a:‘项目为王’', 'single ones'],
    ['项目为王', '坚持"项目为王"理念', 'a:"项目为王"', 'straight ones'],
    [
      '高端化、智能化、绿色化',
      '高端化,智能化,绿色化',
      'a:高端化,智能化,绿色化',
      'comma where the label prints a separator',
    ],
    ['高端化、智能化、绿色化', '高端化智能化绿色化', 'a:高端化智能化绿色化', 'none'],
    ['高端化、智能化、绿色化', '高端化 智能化 绿色化', 'a:高端化 智能化 绿色化', 'a space'],
    [
      '高端化、智能化、绿色化',
      '“高端化”“智能化”“绿色化”',
      'a:“高端化”“智能化”“绿色化”',
      'members in marks of their own',
    ],
    ['高端化、智能化、绿色化', '高端化、智能化和绿色化', 'a:高端化、智能化和绿色化', 'a conjunction before the last'],
    ['高端化、智能化、绿色化', '高端化和智能化、绿色化', '', 'not before another'],
    ['高端化、智能化、绿色化', '高端化、智能化。绿色化', '', 'no full stop'],
    ['高端化、智能化、绿色化', '高端化、智能化\n绿色化', '', 'no line break'],
    ['甲乙、丙丁', '甲乙” 、 “丙丁', 'a:甲乙” 、 “丙丁', 'a list as loosely as it is printed'],
    ['甲乙、丙丁', '甲乙、、、、、、、丙丁', '', 'but not over more marks than a list has'],
    ['项目为王', '项目”””””””为王', '', 'nor over a heap of quotation marks'],
    ['延链补链强链', '推进延链、补链、强链', 'a:延链、补链、强链', 'a series: separators between all parts'],
    ['延链补链强链', '推进延链补链、强链', '', 'or none'],
    ['延链补链强链', '推进延链，补链，强链', '', 'a list, no commas'],
    ['补短板强弱项', '补短板、强弱项', 'a:补短板、强弱项', 'equal parts of three'],
    ['要素保障', '强化要素、保障供给', '', 'two clauses joined by accident'],
    ['要素保障', '强化要素，保障供给', '', 'with a comma'],
    ['项目建设', '抓项目、建设园区', '', 'two words of two are no series'],
    ['高质量发展', '提质量，高质量、发展好', '', 'unequal parts'],
    ['一二三产业融合', '一、二、三产业融合', 'a:一、二、三产业融合', 'numerals in a row'],
    ['互联网+', '“互联网 +”行动', 'a:“互联网 +”', 'a space beside a sign'],
    ['15分钟生活圈', '15 分钟生活圈', 'a:15 分钟生活圈', 'beside a digit'],
    ['15分钟生活圈', '１５分钟生活圈', 'a:１５分钟生活圈', 'width'],
    ['村BA', '村ba、村ＢＡ', 'a:村ba a:村ＢＡ', 'case and width'],
    ['數字經濟', '发展数字经济', 'a:数字经济', 'a label in traditional script'],
    ['行走河南·读懂中国', '行走河南 读懂中国', 'a:行走河南 读懂中国', 'a printed dot is a separator too'],
  ])('%s in %s: %s (%s)', (label, text, want) => {
    expect(show(text, make(label))).toBe(want)
  })
})

describe('numbers and words are not cut', () => {
  it.each<[string, string, string]>([
    ['1310', '投资21310万元', ''],
    ['1310', '投资13105万元', ''],
    ['1310', '“1310”部署', 'a:“1310”'],
    ['十大战略', '党的二十大战略部署', ''],
    ['十大战略', '省委十大战略', 'a:十大战略'],
    ['五个中心', '十五个中心', ''],
    ['千万工程', '上千万工程', ''],
    ['十项行动', '统一十项行动', 'a:十项行动'],
    ['NBA', '看CNBA比赛', ''],
    ['5G', '建5G基站15G', 'a:5G'],
    ['村BA', '村BAX', ''],
    ['数据要素×', '数据要素×AI', 'a:数据要素×'],
    ['数据要素×', '数据要素X行动', 'a:数据要素X'],
  ])('%s in %s', (label, text, want) => {
    expect(show(text, make(label))).toBe(want)
  })
})

describe('overlap policies', () => {
  const wjgd = make('稳中求进', '稳中求进工作总基调', { prefLabel: '工作总基调', altLabels: ['总基调'] })
  it.each<[OverlapPolicy, string]>([
    ['nested', '(a:稳中求进) b:稳中求进工作总基调 (c:工作总基调)'],
    ['longest', 'b:稳中求进工作总基调'],
    ['all', '(a:稳中求进) b:稳中求进工作总基调 (c:工作总基调) (c:总基调)'],
  ])('%s', (policy, want) => {
    expect(show('坚持稳中求进工作总基调', wjgd, policy).split(' ').sort()).toEqual(want.split(' ').sort())
  })
  it('the innermost of several holders is named', () => {
    const matches = findConcepts('甲乙丙丁戊', make('甲乙丙丁戊', '乙丙丁', '丙丁'))
    expect(matches.map((m) => m.nestedIn)).toEqual([null, 0, 1])
  })
  it('equal spans hold neither', () => {
    expect(findConcepts('甲乙', make('甲乙', '“甲”乙')).map((m) => m.nestedIn)).toEqual([null, null])
  })
  it('overlap without nesting leaves both alone', () => {
    expect(show('甲乙丙', make('甲乙', '乙丙'))).toBe('a:甲乙 b:乙丙')
  })
  it('absorbs shadows inside only', () => {
    const v = make({ prefLabel: '产业集聚区', absorbs: ['b'] }, '产业集聚')
    expect(show('产业集聚区促进产业集聚', v)).toBe('a:产业集聚区 -(b:产业集聚) b:产业集聚')
    expect(show('产业集聚区促进产业集聚', v, 'longest')).toBe('a:产业集聚区 b:产业集聚')
  })
  it('adjacent concepts', () => {
    expect(show('“两重”“两新”两新', make('两重', '两新'))).toBe('a:“两重” b:“两新” b:两新')
  })
  it('a concept keeps its longest label, also behind a shorter that overlaps', () => {
    expect(show('甲乙丙丁', make({ prefLabel: '甲乙', altLabels: ['乙丙丁', '甲乙丙'] }))).toBe('a:甲乙丙')
  })
})

describe('guards', () => {
  const quoted = make({
    prefLabel: '三城建设',
    altLabels: ['三城'],
    guards: [{ labels: ['“三城”'], quotedOnly: true }],
  })
  it.each<[string, string]>([
    ['推进“三城”联创', 'a:“三城”'],
    ['推进三城联创', ''],
    ['推进三城建设', 'a:三城建设'],
    ['推进“三城”建设', 'a:“三城”建设'],
    ['他说：“三城联创要快。”', ''],
    ['“三区、三城”', 'a:三城'],
    ['“坚持不懈把三城联创的各项工作任务抓紧抓实抓好，三城、四区”', ''],
    ['“三城', ''],
  ])('quotedOnly: %s', (text, want) => expect(show(text, quoted)).toBe(want))

  const not = make({ prefLabel: '两新', guards: [{ not: ['两新组织', '两新领域党建'] }] })
  it.each<[string, string]>([
    ['支持两新项目', 'a:两新'],
    ['两新组织党建', ''],
    ['“两新”组织党建', ''],
    ['两新领域建设', 'a:两新'],
    ['两新组织和两新政策', 'a:两新'],
    ['两新两新组织', 'a:两新'],
  ])('not: %s', (text, want) => expect(show(text, not)).toBe(want))

  const sides = make({
    prefLabel: '成果转化',
    guards: [
      { right: { forbidden: ['为'] } },
      { left: { required: ['科技', '科研'] }, context: { required: ['研发'], within: 'clause' } },
    ],
  })
  it.each<[string, string]>([
    ['促进科技成果转化', 'a:成果转化'],
    ['促进“科研”成果转化', 'a:成果转化'],
    ['把科技成果转化为动力', ''],
    ['科技成果转化，为发展添力', 'a:成果转化'],
    ['促进成果转化', ''],
    ['抓研发促成果转化', 'a:成果转化'],
    ['抓研发，促成果转化', ''],
    ['重视科技，成果转化', ''],
  ])('left, right, context: %s', (text, want) => expect(show(text, sides)).toBe(want))

  it('context windows', () => {
    for (const [within, text, want] of [
      ['clause', '讲城市，三城联创', ''],
      ['sentence', '讲城市，三城联创', 'a:三城'],
      ['sentence', '讲城市。三城联创', ''],
      ['paragraph', '讲城市。三城联创', 'a:三城'],
      ['paragraph', '讲城市。\n三城联创', ''],
      ['report', '讲城市。\n三城联创', 'a:三城'],
    ] as const)
      expect([
        within,
        show(text, make({ prefLabel: '三城', guards: [{ context: { required: ['城市'], within } }] })),
      ]).toEqual([within, want])
  })

  it('forbidden context refuses even in quotation marks', () => {
    const v = make({
      prefLabel: '三城',
      guards: [{ quotedOnly: true, context: { forbidden: ['古代'], within: 'sentence' } }],
    })
    expect(show('古代“三城”', v)).toBe('')
    expect(show('现代“三城”', v)).toBe('a:“三城”')
  })

  describe('date and region decide homonyms only where they are known', () => {
    const v = make({
      prefLabel: '十大战略',
      guards: [{ quotedOnly: true, region: ['河南漯河', '32'], dates: { from: '2021-10', to: '2024' } }],
    })
    it.each<[string, Partial<Situation>, string, string]>([
      ['unknown, bare', {}, '', ''],
      ['unknown, quoted', {}, '“', '”'],
      ['inside the place, bare', { province: '河南省', city: '漯河市' }, '', ''],
      ['inside by code', { placeCode: '320100' }, '', ''],
      ['inside the dates', { date: '2022-05-01' }, '', ''],
    ])('%s', (name, situation, open, close) => {
      expect(show(`实施${open}十大战略${close}`, v, 'nested', situation) !== '').toBe(name !== 'unknown, bare')
    })
    it.each<[string, Partial<Situation>]>([
      ['another province', { province: '湖北省' }],
      ['another city', { province: '河南省', city: '周口市' }],
      ['another code', { placeCode: '420100' }],
      ['before', { date: '2021-09-30' }],
      ['after', { date: '2025' }],
    ])('outside refuses quotation marks too: %s', (_, situation) => {
      // The code decides only where it is the region's own kind: a name is asked of names, a code of codes.
      const only = make({
        prefLabel: '十大战略',
        guards: [
          {
            quotedOnly: true,
            region: _ === 'another code' ? ['32'] : ['河南漯河'],
            dates: { from: '2021-10', to: '2024' },
          },
        ],
      })
      expect(show('实施“十大战略”', only, 'nested', situation)).toBe('')
    })
    it.each<[string, Partial<Situation>]>([
      ['the province alone', { province: '河南省' }],
      ['a year that holds the edge', { date: '2021' }],
      ['a date without a year', { date: 'XXXX-11-02' }],
    ])('open: %s', (_, situation) => {
      const v = make({
        prefLabel: '十大战略',
        guards: [{ quotedOnly: true, region: ['河南漯河'], dates: { from: '2021-10' } }],
      })
      expect(show('实施十大战略', v, 'nested', situation)).toBe('')
      expect(show('实施“十大战略”', v, 'nested', situation)).toBe('a:“十大战略”')
    })
  })
})

describe('slots', () => {
  const v = make({ prefLabel: '以党建引领', slots: ['以…引领…', { pattern: '把…贯穿…全过程', gap: 6 }] })
  it.each<[string, string]>([
    ['以高质量党建引领发展', 'a:以高质量党建引领发展'],
    ['以“五星”创建引领发展，抓落实', 'a:以“五星”创建引领发展'],
    ['以引领发展', ''],
    ['以创新，引领发展', ''],
    ['以学习贯彻会议精神的实际行动引领发展', ''],
    ['以创新引领', ''],
    ['以创新引领。发展', ''],
    ['以为榜样以创新引领发展', 'a:以创新引领发展'],
    ['把安全贯穿生产全过程', 'a:把安全贯穿生产全过程'],
    ['把安全贯穿于各项生产经营活动全过程', ''],
    ['以创新引领高质量发展的新局面新境界', 'a:以创新引领高质量发展的新局面新'],
  ])('%s', (text, want) => expect(show(text, v)).toBe(want))
  it('a longer label of the concept wins over the pattern inside it', () => {
    expect(show('以党建引领发展', v)).toBe('a:以党建引领发展')
  })
})

describe('own quotation marks', () => {
  const v = make('五星支部', '想干事', '学思想、重实践', '牛鼻子')
  it.each<[string, string, boolean]>([
    ['“五星”支部', 'a:“五星”支部', true],
    ['五星“支部”', 'a:五星“支部”', true],
    ['“五星支部”', 'a:“五星支部”', true],
    ['“五星支部创建要快”', 'a:五星支部', false],
    ['要快推五星支部”', 'a:五星支部', false],
    ['“‘想干事’”', 'b:‘想干事’', true],
    ['“学思想、重实践”', 'c:“学思想、重实践”', true],
    ['“能干事、想干事”', 'b:想干事', true],
    ['他说：“想干事”', 'b:“想干事”', true],
    ['"想干事"', 'b:"想干事"', true],
    ['五星支部', 'a:五星支部', false],
  ])('%s', (text, want, isQuoted) => {
    expect(show(text, v)).toBe(want)
    expect(findConcepts(text, v)[0]!.quoted).toBe(isQuoted)
  })
})

it('an empty text, and a text of marks only, hold nothing', () => {
  expect(findConcepts('', make('甲乙'))).toEqual([])
  expect(findConcepts('“”、，', make('甲乙'))).toEqual([])
})

it('a deprecated concept is not matched', () => {
  expect(show('甲乙丙', make({ prefLabel: '甲乙', status: 'deprecated' }, '乙丙'))).toBe('b:乙丙')
})

it('hidden labels are matched', () => {
  expect(show('项目为往', make({ prefLabel: '项目为王', hiddenLabels: ['项目为往'] }))).toBe('a:项目为往')
})

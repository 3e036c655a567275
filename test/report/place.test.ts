import { describe, expect, it } from 'vitest'
import { TifaError } from '../../src/error'
import { bundledPlaces, definePlaces, type Place, readReport } from '../../src/report/index'
import { mayExist } from '../../src/report/place'
import { countyStem, shortNames } from '../../src/report/short-names'

const invented: readonly Place[] = [
  { code: '910000', name: '岚川省', level: 'province', parent: null },
  { code: '910100', name: '松屏市', level: 'city', parent: '910000', outlets: ['松声日报'] },
  { code: '910102', name: '江口区', level: 'county', parent: '910100' },
  { code: '910121', name: '青禾县', level: 'county', parent: '910100' },
  { code: '910181', name: '鹿鸣市', level: 'county', parent: '910100' },
  { code: '910200', name: '桐林市', level: 'city', parent: '910000' },
  { code: '910202', name: '江口区', level: 'county', parent: '910200' },
  { code: '910221', name: '云栖县', level: 'county', parent: '910200' },
  { code: '910001', name: '石渡市', level: 'county', parent: '910000' },
]
const places = definePlaces(invented)
const tail =
  '他强调，要抓紧农时，要备足种子，要组织好农技服务，要守住耕地红线，确保颗粒归仓。有关部门负责同志参加活动，并就下一步工作作了汇报。'
const at = (lead: string, more: object = {}) => {
  const { province, city, county, placeCode, placeBasis } = readReport(
    { text: `${lead}${tail}`, ...more },
    { places },
  ).row
  return { province, city, county, placeCode, placeBasis }
}

describe('definePlaces', () => {
  it('tells the row that is wrong', () => {
    const wrong = (place: object) => () => definePlaces([place as Place])
    expect(wrong({ code: '', name: '甲市', level: 'city', parent: null })).toThrow(TifaError)
    expect(wrong({ code: '1', name: '甲', level: 'city', parent: null })).toThrow(/place 0 \(1\): expected a name/)
    expect(wrong({ code: '1', name: '甲市', level: 'town', parent: null })).toThrow(/got town/)
    expect(wrong({ code: '1', name: '甲市', level: 'city', parent: '9' })).toThrow(/parent 9/)
    expect(() => definePlaces('x' as never)).toThrow(/expects an array/)
  })
})

describe('where a report is from (noise 3.9, 3.10)', () => {
  it('takes the place that acts, with those above it', () => {
    expect(at('3月21日，青禾县召开春耕备耕大会。县委书记林知夏主持会议。')).toEqual({
      province: '岚川省',
      city: '松屏市',
      county: '青禾县',
      placeCode: '910121',
      placeBasis: { province: 'inferred', city: 'inferred', county: 'stated' },
    })
    expect(at('3月21日，松屏市委书记林知夏主持召开常委会会议。')).toMatchObject({
      city: '松屏市',
      county: null,
      placeCode: '910100',
      placeBasis: { city: 'stated' },
    })
  })

  it.each([
    ['3月21日，县委书记林知夏主持召开县委常委会会议。', null], // 召开 + 县委, no 开县
    ['3月21日，县委召开会议，各乡镇和县直单位负责同志参加。', null],
    ['3月21日，林知夏任县长以来首次到镇村调研。', null],
    ['县长林知夏强调，要创新县域经济发展方式。', null],
    ['2024年3月21日，和县召开春耕备耕大会。', '和县'],
    ['3月21日，马鞍山市和县召开春耕备耕大会。', '和县'],
    ['2024年3月21日，林知夏赴和县调研春耕备耕工作。', '和县'],
  ])('a county of two characters is no piece of other words: %s', (lead, county) => {
    expect(readReport({ text: `${lead}${tail}` }, { places: bundledPlaces() }).row.county).toBe(county)
  })

  it('takes the district that the city’s leader visited on duty', () => {
    expect(at('3月21日，市委书记林知夏到青禾县调研春耕备耕工作。')).toMatchObject({
      city: '松屏市',
      county: '青禾县',
      placeBasis: { county: 'stated' },
    })
    expect(at('3月21日，市委书记林知夏深入青禾县田间地头、农资商店、灌溉泵站，调研春耕备耕工作。')).toMatchObject({
      county: '青禾县',
    })
  })

  it('takes none of several that were visited, and the one in the title', () => {
    const lead = '3月21日，市委书记林知夏到青禾县、鹿鸣市调研春耕备耕工作。'
    expect(at(lead)).toMatchObject({ city: '松屏市', county: null })
    expect(at(lead, { title: '林知夏在青禾县调研时强调 抓紧农时' })).toMatchObject({ county: '青禾县' })
  })

  it('never takes a place that was visited to learn from', () => {
    const lead = '3月21日，青禾县委书记林知夏带队到云栖县、石渡市考察学习茶产业发展经验。'
    expect(at(lead)).toMatchObject({ city: '松屏市', county: '青禾县' })
    expect(at('3月21日，县委书记林知夏带队赴桐林市云栖县开展招商推介。')).toMatchObject({ city: null, county: null })
    // Guests bring their own place's name; the host is the report's.
    expect(at('3月21日，云栖县党政代表团来青禾县考察，县委书记林知夏陪同。')).toMatchObject({ county: '青禾县' })
  })

  it('keeps a host at home: who acted first is not where others went to learn', () => {
    expect(at('3月21日，鹿鸣市委副书记、市长林知夏带队拜访企业，邀请企业到鹿鸣市考察。')).toMatchObject({
      county: '鹿鸣市',
      city: '松屏市',
    })
  })

  it('does not take a county from the name of a company or park in a list', () => {
    expect(at('3月21日，松屏市委书记林知夏深入轴承制造基地、青禾县冷链物流园，调研产业发展。')).toMatchObject({
      city: '松屏市',
      county: null,
    })
  })

  it('resolves a name that several places bear by the city, else leaves it open and says so', () => {
    expect(at('3月21日，松屏市江口区召开春耕大会。')).toMatchObject({
      city: '松屏市',
      county: '江口区',
      placeCode: '910102',
    })
    expect(at('3月21日，江口区召开春耕大会。', { outlet: '桐林日报' })).toMatchObject({
      county: '江口区',
      placeCode: '910202',
    })
    const row = readReport({ text: `3月21日，江口区召开春耕大会。${tail}` }, { places }).row
    expect(row).toMatchObject({ city: null, county: null, placeCode: null })
    expect(row.issues).toMatchObject([{ code: 'unknown-place' }])
  })

  it('infers from the outlet what the text leaves unsaid (我市, 全县)', () => {
    expect(at('3月21日，我市召开春耕大会，市委书记林知夏讲话。', { outlet: '松屏日报' })).toMatchObject({
      city: '松屏市',
      county: null,
      placeBasis: { city: 'inferred' },
    })
    expect(at('3月21日，我市召开春耕大会，市委书记林知夏讲话。', { outlet: '松声日报' })).toMatchObject({
      city: '松屏市',
    })
    expect(at('3月21日，全县召开春耕大会，县委书记林知夏讲话。', { outlet: '青禾融媒' })).toMatchObject({
      county: '青禾县',
      placeBasis: { county: 'inferred' },
    })
    // A county's site that prints its city's news does not make it the county's.
    expect(at('3月21日，全市召开春耕大会，市委书记林知夏讲话。', { outlet: '青禾县人民政府网' })).toMatchObject({
      city: '松屏市',
      county: null,
    })
    // 市 at county level.
    expect(at('3月21日，我市召开春耕大会，市委书记林知夏讲话。', { outlet: '鹿鸣市融媒体中心' })).toMatchObject({
      county: '鹿鸣市',
    })
  })

  it('knows its own city by the short form, before what is to become of it', () => {
    expect(at('3月21日，市委书记林知夏带队观摩重点项目，为松屏高质量发展提供支撑。')).toMatchObject({
      city: '松屏市',
      county: null,
      placeBasis: { city: 'stated' },
    })
  })

  it('takes a county under no city', () => {
    expect(at('3月21日，石渡市召开春耕大会，市委书记林知夏讲话。')).toEqual({
      province: '岚川省',
      city: null,
      county: '石渡市',
      placeCode: '910001',
      placeBasis: { province: 'inferred', county: 'stated' },
    })
  })

  it('reads the owner of the site from the footer, as weak evidence', () => {
    const footer = '\n主办：青禾县人民政府办公室 网站标识码：9101210002 备案序号：豫ICP备00000000号'
    expect(readReport({ text: `3月21日，县委书记林知夏主持召开会议。${tail}${footer}` }, { places }).row).toMatchObject(
      { county: '青禾县', placeBasis: { county: 'inferred' } },
    )
    expect(readReport({ text: `3月21日，市委书记林知夏主持召开会议。${tail}${footer}` }, { places }).row).toMatchObject(
      { city: '松屏市', county: null },
    )
  })

  it('leaves unknown what nothing tells', () => {
    expect(at('3月21日，区委书记林知夏到经开区调研工业项目。')).toEqual({
      province: null,
      city: null,
      county: null,
      placeCode: null,
      placeBasis: {},
    })
  })
})

describe('the bundled gazetteer', () => {
  const gazetteer = bundledPlaces()
  const names = (text: string) => gazetteer.find(text, 0, text.length).map((o) => text.slice(o.start, o.end))

  it('holds provinces, cities and counties with parents that exist', () => {
    const codes = new Set(gazetteer.places.map((p) => p.code))
    expect(gazetteer.places.filter((p) => p.parent !== null && !codes.has(p.parent))).toEqual([])
    expect(gazetteer.places.length).toBeGreaterThan(3700)
    const current = gazetteer.places.filter((p) => p.to === undefined)
    expect(current.filter((p) => p.level === 'province')).toHaveLength(34)
  })

  it('dates names by the lists that hold them: abolished ones have an end, new ones a beginning', () => {
    expect(gazetteer.places.find((p) => p.name === '下城区')).toMatchObject({ code: '330103', to: '2024-12' })
    expect(gazetteer.places.find((p) => p.name === '临平区')).toMatchObject({ code: '330113', from: '2016-07' })
    const old = gazetteer.places.find((p) => p.name === '崇文区')!
    expect(mayExist(old, '2009-05-01')).toBe(true)
    expect(mayExist(old, '2015')).toBe(false)
    expect(mayExist(old, 'XXXX-05-01')).toBe(true)
  })

  it('knows papers whose names do not say where they are from', () => {
    expect(gazetteer.outlet('新华日报')?.name).toBe('江苏省')
    expect(gazetteer.outlet('大河网-要闻')?.name).toBe('河南省')
    expect(gazetteer.outlet('晨光报')).toBeUndefined()
    const text = `3月21日，市委书记林知夏主持召开会议。${tail}`
    expect(readReport({ text, outlet: '新华日报' }).row).toMatchObject({
      province: '江苏省',
      city: null,
      placeBasis: { province: 'inferred' },
    })
    expect(readReport({ text, outlet: '新华社' }).row).toMatchObject({ province: null })
  })

  it('finds full names and the short forms of cities', () => {
    expect(names('河南省漯河市源汇区')).toEqual(['河南省', '漯河市', '源汇区'])
    expect(names('恩施州和黔东南州')).toEqual(['恩施州', '黔东南州'])
    expect(names('为周口高质量发展')).toEqual(['周口'])
  })

  it('does not find places inside other words (noise 3.10)', () => {
    for (const text of [
      '长治久安',
      '文山会海',
      '日照充足',
      '来宾席',
      '上海合作组织',
      '平安顺利',
      '新乡贤',
      '城区居民',
      '中山装',
      '高新区域',
    ])
      expect(names(text), text).toEqual([])
    expect(names('郑州市场')).toEqual(['郑州'])
  })

  it('takes the common name of a district only behind its city', () => {
    expect(names('市南区的学校')).toEqual([])
    expect(names('青岛市市南区的学校')).toEqual(['青岛市', '市南区'])
  })

  it('derives short forms without the names of peoples', () => {
    const of = (name: string) => gazetteer.places.find((p) => p.name === name)!
    expect(shortNames(of('恩施土家族苗族自治州'))).toEqual(['恩施州', '恩施'])
    expect(shortNames(of('内蒙古自治区'))).toEqual(['内蒙古'])
    expect(shortNames(of('大兴安岭地区'))).toEqual(['大兴安岭'])
    expect(shortNames(of('来宾市'))).toEqual([])
    expect(countyStem(of('景宁畲族自治县'))).toBe('景宁')
    expect(countyStem(of('鹿邑县'))).toBe('鹿邑')
    expect(countyStem(of('赵县'))).toBeNull()
  })

  it('is searched in time that grows with the text alone', () => {
    const time = (text: string) => {
      const start = performance.now()
      for (let i = 0; i < 5; i++) gazetteer.find(text, 0, text.length)
      return performance.now() - start
    }
    const hostile = '北京市朝阳新华鼓楼长治久'.repeat(4000)
    time(hostile)
    expect(time(hostile.repeat(4))).toBeLessThan(30 * Math.max(1, time(hostile)))
  })
})

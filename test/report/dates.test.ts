import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, isDate, readEdtf, writeEdtf } from '../../src/report/edtf'
import { readTimeWords } from '../../src/report/event-date'
import { readReport } from '../../src/report/index'
import { readWrittenDate } from '../../src/report/written-date'
import { lay } from './clean-stub'

describe('EDTF', () => {
  it.each([
    [{ year: 2023, month: 9, day: 15 }, '2023-09-15'],
    [{ year: 2023, month: 9, day: null }, '2023-09'],
    [{ year: 2023, month: null, day: null }, '2023'],
    [{ year: null, month: 9, day: 5 }, 'XXXX-09-05'],
    [{ year: null, month: null, day: 5 }, null],
    [{ year: null, month: 9, day: null }, null],
  ])('%j is %s', (parts, text) => {
    expect(writeEdtf(parts)).toBe(text)
    if (text) expect(readEdtf(text)).toEqual(parts)
  })

  it.each(['2023-13-01', '2023-02-30', 'XXXX-09', '2023-9-1', '20230901', '2023-09-15T10:00', ''])(
    '%s is not read',
    (text) => {
      expect(readEdtf(text)).toBeNull()
    },
  )

  it('knows leap years, and 29 February without a year', () => {
    expect(readEdtf('2024-02-29')).not.toBeNull()
    expect(readEdtf('2023-02-29')).toBeNull()
    expect(readEdtf('1900-02-29')).toBeNull()
    expect(readEdtf('2000-02-29')).not.toBeNull()
    expect(readEdtf('XXXX-02-29')).not.toBeNull()
  })

  it('counts days as the calendar does', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 40_000 }), fc.integer({ min: -1000, max: 1000 }), (day, more) => {
        const from = new Date(day * 86_400_000).toISOString().slice(0, 10)
        const to = addDays(from, more)!
        expect(to).toBe(new Date((day + more) * 86_400_000).toISOString().slice(0, 10))
        expect(daysBetween(from, to)).toBe(more)
        expect(isDate(readEdtf(to)!)).toBe(true)
      }),
    )
    expect(daysBetween('2023-09', '2023-10-01')).toBeNull()
    expect(daysBetween('XXXX-09-15', '2023-10-01')).toBeNull()
  })
})

describe('dates that pages print (noise 3.5)', () => {
  it.each([
    ['24.01.2017 17:12', '2017-01-24'],
    ['2021年01月20日', '2021-01-20'],
    ['2021 年 1 月 20 日', '2021-01-20'],
    ['20260820', '2026-08-20'],
    ['2023-10-20 08:12:33', '2023-10-20'],
    ['2023-10-20T08:12:33+08:00', '2023-10-20'],
    ['2023/1/5', '2023-01-05'],
    ['2023.10.20', '2023-10-20'],
    ['2023-10', '2023-10'],
    ['2023年10月', '2023-10'],
    ['2023年', '2023'],
    ['二〇二三年十月二十日', '2023-10-20'],
    ['二○二三年九月三十一日', null],
    ['10月20日', 'XXXX-10-20'],
    ['九月五日', 'XXXX-09-05'],
    ['10-20 08:00', 'XXXX-10-20'],
    ['13.10.2023', '2023-10-13'],
    ['10/13/2023', '2023-10-13'],
    ['2023年2月30日', null],
    ['2023-13-45', null],
    ['0371-65650000', null],
    ['今天', null],
  ])('%s → %s', (text, date) => {
    const written = readWrittenDate(text)
    expect(written && writeEdtf(written)).toBe(date)
  })
})

describe('dates of events (noise 3.2–3.4)', () => {
  const event = (...paragraphs: string[]) => {
    const { text, body } = lay(...paragraphs)
    const { event } = readTimeWords(text, body)
    return event && [writeEdtf(event.first), writeEdtf(event.last)]
  }
  it.each([
    ['9月15日，区委书记林知夏到青禾镇调研。', 'XXXX-09-15', 'XXXX-09-15'],
    ['本报讯（记者 江雨）7月28日至30日，市里组织观摩。', 'XXXX-07-28', 'XXXX-07-30'],
    ['7月28日—8月1日，代表团在外招商。', 'XXXX-07-28', 'XXXX-08-01'],
    ['12月30日至1月2日，值班值守不断线。', 'XXXX-12-30', 'XXXX-01-02'],
    ['7月28-30日，观摩团走了九个乡镇。', 'XXXX-07-28', 'XXXX-07-30'],
    ['7月28日、29日和31日，工作组三次进村。', 'XXXX-07-28', 'XXXX-07-31'],
    ['2023年9月15日，大会召开。', '2023-09-15', '2023-09-15'],
    ['9 月 15 日，大会召开。', 'XXXX-09-15', 'XXXX-09-15'],
    ['9月15号，大会召开。', 'XXXX-09-15', 'XXXX-09-15'],
    ['九月十五日，大会召开。', 'XXXX-09-15', 'XXXX-09-15'],
    ['昨天(0327)，区长顾南到社区走访。', 'XXXX-03-27', 'XXXX-03-27'],
    ['央视网消息：今天（1月1日），大桥通车。', 'XXXX-01-01', 'XXXX-01-01'],
    ['为贯彻上级部署，9月15日，县里召开大会。', 'XXXX-09-15', 'XXXX-09-15'],
    // The time of what is told opens its sentence; a date inside a clause belongs to something else.
    ['受7月8日夜间暴雨影响，两条河涨水。7月10日，县长查看堤防。', 'XXXX-07-10', 'XXXX-07-10'],
    ['截至9月15日，全县已收稻谷。9月18日，县长下田察看。', 'XXXX-09-18', 'XXXX-09-18'],
    ['《9月1日规定》下发后，9月18日，县里开会部署。', 'XXXX-09-18', 'XXXX-09-18'],
    ['记者从9月15日召开的会议上获悉，新桥动工。', 'XXXX-09-15', 'XXXX-09-15'],
  ])('%s', (text, first, last) => {
    expect(event(text)).toEqual([first, last])
  })

  it.each([
    ['近日，县里开会。'],
    ['日前，县里开会。'],
    ['连日来，镇村干部进田入户。'],
    ['截至9月15日，全县已收稻谷。'],
    ['9月15日前，各地要完成整改。'],
    ['连续3日降雨，塘坝蓄满。'],
    ['2月30日，县里开会。'],
    ['今天的青禾镇，到处是工地。'],
    ['新华社江陵9月1日电 大桥通车。'],
  ])('no event date: %s', (text) => {
    expect(event(text)).toBeNull()
  })

  it('takes a second day of the same event from the head of a later paragraph', () => {
    expect(event('7月28日，县长到江口镇。', '29日上午，县长又到渡头村。')).toEqual(['XXXX-07-28', 'XXXX-07-29'])
    expect(event('7月28日，县长到江口镇。', '12月1日起，新规实行。')).toEqual(['XXXX-07-28', 'XXXX-07-28'])
  })

  it('finds dates in linear time', () => {
    const hostile = '9月'.repeat(200) + '日'.repeat(200)
    expect(() => event(hostile)).not.toThrow()
  })
})

const body =
  '县委书记林知夏到青禾镇调研春耕备耕工作。她强调，要把种子、化肥备足备好，要组织农技员进村入户，要守住耕地红线，确保颗粒归仓。青禾镇负责同志参加调研，并就下一步工作作了汇报。'
const dated = (lead: string, more: object = {}, options = {}) =>
  readReport({ text: `${lead}${body}`, ...more }, options).row

describe('the date of a report', () => {
  it('is not completed without a publication date', () => {
    expect(dated('9月15日，')).toMatchObject({
      date: 'XXXX-09-15',
      datePrecision: 'day-no-year',
      dateBasis: 'event',
      dateEvidence: null,
    })
  })

  it.each([
    ['2023-10-20', '9月15日，', '2023-09-15'],
    ['2023-01-03', '12月30日，', '2022-12-30'],
    ['2023-09-30', '10月1日，', '2023-10-01'], // one month ahead is still this year: a notice
    ['2023-09-30', '11月1日，', '2022-11-01'],
  ])('published %s, event %s: %s', (published, lead, date) => {
    const row = readReport({
      text: `青禾镇春耕备耕工作调研\n日期: ${published} 来源:松屏日报 点击:12\n${lead}${body}`,
    }).row
    expect(row).toMatchObject({
      date,
      datePrecision: 'day',
      dateBasis: 'published',
      eventStart: date,
      published,
      outlet: '松屏日报',
    })
    expect(row.dateEvidence).toContain(published)
  })

  it('resolves relative words only with a publication date', () => {
    expect(dated('昨日下午，')).toMatchObject({ date: null, datePrecision: 'none', eventStart: null })
    const page = (lead: string) =>
      readReport({ text: `青禾镇春耕备耕工作调研\n日期: 2023-03-01 来源:松屏日报\n${lead}${body}` }).row
    expect(page('昨日下午，')).toMatchObject({ date: '2023-02-28', eventStart: '2023-02-28', dateBasis: 'published' })
    expect(page('今天上午，')).toMatchObject({ date: '2023-03-01', dateBasis: 'published' })
    expect(page('前天，')).toMatchObject({ date: '2023-02-27' })
    expect(page('近日，')).toMatchObject({ date: '2023-03-01', eventStart: null, dateBasis: 'published' })
    expect(page('28日，')).toMatchObject({ date: '2023-02-28' })
  })

  it('counts relative words from the dateline where it has a date', () => {
    expect(dated('青禾融媒11月28日讯 今天上午，')).toMatchObject({ eventStart: 'XXXX-11-28', published: 'XXXX-11-28' })
  })

  it('prefers the supplied date, unless it is less complete', () => {
    expect(dated('9月15日，', { date: '2023-09-16' })).toMatchObject({
      date: '2023-09-16',
      dateBasis: 'supplied',
      eventStart: '2023-09-15',
    })
    expect(dated('9月15日，', { date: '2023年9月16日' })).toMatchObject({ date: '2023-09-16', dateBasis: 'supplied' })
    expect(dated('9月15日，', { date: '2023' })).toMatchObject({ date: '2023-09-15', dateBasis: 'supplied' })
    expect(dated('', { date: '2023-09' })).toMatchObject({ date: '2023-09', datePrecision: 'month' })
  })

  it('tells of a supplied date that cannot be read, and of dates that contradict each other', () => {
    expect(dated('', { date: '上周三' }).issues).toMatchObject([{ code: 'broken-record' }])
    const row = readReport({
      text: `青禾镇春耕备耕工作调研\n日期: 2023-03-01 来源:松屏日报\n2023年5月2日，${body}`,
    }).row
    expect(row.issues).toMatchObject([{ code: 'date-conflict' }])
    expect(
      readReport({ text: `青禾镇春耕备耕工作调研\n日期: 2023-03-01 来源:松屏日报\n${body}`, date: '2021-03-01' }).row,
    ).toMatchObject({
      date: '2021-03-01',
      issues: [{ code: 'date-conflict' }],
    })
  })

  it('never takes a year from a footer or a stamp of the site', () => {
    const text = `9月15日，${body}\n版权所有 Copyright 2000-2018 青禾县人民政府\npublishdate:2024-11-21`
    expect(readReport({ text }).row).toMatchObject({ date: 'XXXX-09-15', published: null })
  })

  it('leaves a masked date unknown and says so (noise 1.12)', () => {
    for (const lead of ['*月**日，', 'xx月xx日，', 'X月X日，', '317日，']) {
      const row = dated(lead)
      expect(row).toMatchObject({ date: null, eventStart: null })
      expect(row.issues.map((i) => i.code)).toContain('masked-date')
    }
  })

  it('infers a year only when asked, and keeps what it was taken from', () => {
    const url = 'https://www.songping.example/2023/09/16/t20230916_88.html'
    expect(dated('9月15日，', { url }).date).toBe('XXXX-09-15')
    expect(dated('9月15日，', { url }, { inferYears: true })).toMatchObject({
      date: '2023-09-15',
      dateBasis: 'inferred',
      dateEvidence: 'url 2023/09/16',
    })
    expect(dated('12月30日，', { url: 'https://s.example/202301/a.html' }, { inferYears: true }).date).toBe(
      '2022-12-30',
    )
    // An address of another season says nothing about this text.
    expect(dated('9月15日，', { url: 'https://s.example/2023/03/a.html' }, { inferYears: true }).date).toBe(
      'XXXX-09-15',
    )
    expect(dated('', { url }, { inferYears: true })).toMatchObject({ date: '2023-09-16', dateBasis: 'inferred' })
  })

  it('marks a year that campaigns gave as resting on slogans', () => {
    const row = readReport({ text: `5月15日，${body}要以党纪学习教育为契机转变作风。` }, { inferYears: true }).row
    expect(row).toMatchObject({ date: '2024-05-15', dateBasis: 'inferred' })
    expect(row.dateEvidence).toMatch(/^slogan /)
  })

  it('takes a working year that the title prints, but not around New Year', () => {
    const of = (day: string) =>
      readReport({ text: `松屏县召开2023年秋收工作会议\n${day}，${body}` }, { inferYears: true }).row.date
    expect(of('9月15日')).toBe('2023-09-15')
    expect(of('12月15日')).toBe('XXXX-12-15')
  })
})

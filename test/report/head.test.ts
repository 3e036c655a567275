import { describe, expect, it } from 'vitest'
import { readEditors, readNames } from '../../src/report/byline'
import { readDateline } from '../../src/report/dateline'
import { readReport } from '../../src/report/index'
import { readMetaLines } from '../../src/report/meta-line'
import { findTitle } from '../../src/report/title'
import { lay } from './clean-stub'

describe('datelines (noise 3.1)', () => {
  it.each([
    ['本报讯(记者 江雨)9月1日，', { end: 10, outlet: null, authors: ['江雨'] }],
    ['本报讯（记者 江雨 通讯员 白晓禾）9月1日，', { outlet: null, authors: ['江雨', '白晓禾'] }],
    ['【本报讯】9月1日，', { end: 5, outlet: null, authors: [] }],
    ['本网讯 9月1日，', { outlet: null, authors: [] }],
    ['金渡网讯 自9月1日起，', { outlet: '金渡网' }],
    ['云上青禾讯(通讯员 白晓禾)', { outlet: '云上青禾', authors: ['白晓禾'] }],
    ['青禾县融媒体11月28日讯 今天，', { outlet: '青禾县融媒体' }],
    ['新华社江陵9月1日电(记者 江雨)', { outlet: '新华社', place: '江陵', authors: ['江雨'] }],
    ['中新网江陵9月1日电', { outlet: '中新网', place: '江陵' }],
    ['央视网消息（晚间新闻）：9月1日', { outlet: '央视网' }],
    ['本报江陵9月1日讯', { outlet: null, place: '江陵' }],
    ['记者江雨报道：9月1日，', { outlet: null, authors: ['江雨'] }],
    ['松屏日报全媒体记者 江雨 通讯员 白晓禾 报道 9月1日', { outlet: '松屏日报', authors: ['江雨', '白晓禾'] }],
    ['本报讯 记者 杜 宇 报道：昨日', { authors: ['杜宇'] }],
    // The rest of a head that was split at an odd byte, repaired and not.
    ['(记者 江雨 见习记者 白晓禾)9月1日，', { authors: ['江雨', '白晓禾'] }],
    ['?。ㄓ浾?江雨 见习记者 白晓禾)9月1日，', { authors: ['江雨', '白晓禾'] }],
  ])('%s', (text, expected) => {
    expect(readDateline(text)).toMatchObject(expected)
  })

  it.each([
    ['9月1日，县委书记林知夏到青禾镇调研。'],
    ['水电站建设工地上，机器轰鸣。'],
    ['中国电信公司的技术员爬上铁塔。'],
    ['通讯设备厂里，工人正在调试。'],
    ['喜讯传来，全村沸腾。'],
    ['县委书记林知夏（右二）在田间察看。'],
  ])('none: %s', (text) => {
    expect(readDateline(text)).toBeNull()
  })
})

describe('names of writers (noise 1.13, 2.4)', () => {
  it.each([
    ['(江雨 白晓禾)', ['江雨', '白晓禾']],
    ['(作者:江雨 白晓禾)', ['江雨', '白晓禾']],
    ['(通讯员:魏可)', ['魏可']],
    ['记者 高 昕 文/图', ['高昕']],
    ['记者张三李四', ['张三', '李四']],
    ['记者 欧阳明月', ['欧阳明月']],
    ['记者 江雨 摄影 白晓禾', ['江雨']],
    ['（江雨/文 白晓禾/图）', ['江雨']],
    ['江雨 摄', []],
    ['通讯员 阿布都·热合曼', ['阿布都·热合曼']],
    ['(2023年1月)', []],
    ['(责编 江雨)', []],
  ])('%s', (credit, names) => {
    expect(readNames(credit)).toEqual(names)
  })
})

describe('editors (noise 2.3)', () => {
  it.each([
    ['责编:翟某 编审:陈某 终审:汪某', { 责编: '翟某', 编审: '陈某', 终审: '汪某' }],
    ['【责编:】 【审核:焦某', { 责编: '', 审核: '焦某' }],
    ['一审:丁奕 二审:王可 三审：李明', { 一审: '丁奕', 二审: '王可', 三审: '李明' }],
    ['总 审丨杜 宇', { 总审: '杜宇' }],
    ['值班主任：江雨 责任编辑：白晓禾', { 值班主任: '江雨', 责任编辑: '白晓禾' }],
  ])('%s', (line, editors) => {
    expect(readEditors([line])).toEqual(editors)
  })
})

describe('meta lines (noise 2.1)', () => {
  it.each([
    ['日期: 2023-10-20 来源:松屏日报 点击:', '2023-10-20', '松屏日报'],
    ['来源：青禾县人民政府网 发布时间：2023-01-12 17:40 浏览次数：316次', '2023-01-12', '青禾县人民政府网'],
    ['松屏日报 2023-10-20 08:12', '2023-10-20', '松屏日报'],
    ['2023-10-20 08:12 松屏日报', '2023-10-20', '松屏日报'],
    ['2023年9月16日 星期六 松屏日报 第01版:要闻', '2023-09-16', '松屏日报'],
    ['更新时间：2024-1-1 发布时间：2023-1-1', '2023-01-01', null],
    ['发布时间：24.01.2017 17:12 来源：本站', '2017-01-24', null],
    ['来 源：松屏日报 日 期：2023年1月2日', '2023-01-02', '松屏日报'],
    ['信息来源: 青禾县融媒体中心 【字号 大 中 小】', null, '青禾县融媒体中心'],
    ['来源：网络整理 时间：20231020', '2023-10-20', null],
    ['活动时间：2023-10-20', null, null],
    ['稿源：松屏日报　作者：江雨　编辑：白晓禾', null, '松屏日报'],
  ])('%s', (line, published, outlet) => {
    expect(readMetaLines([line])).toMatchObject({ published, outlet })
  })

  it('takes the writers of a meta line', () => {
    expect(
      readReport({ text: `青禾镇冬修水利现场会\n来源：松屏日报 作者：江雨 时间：2023-10-20\n${long}` }).row.authors,
    ).toEqual(['江雨'])
  })
})

const long =
  '10月18日，县委书记林知夏到青禾镇调研水利建设工作。她强调，要抓住冬闲时节，把塘坝清出来、把渠道修通，要用好每一分资金，确保明年春灌不误农时。县领导江一帆、顾南参加调研，青禾镇负责同志汇报了情况。'

describe('titles (noise 3.6–3.8)', () => {
  const title = (...paragraphs: string[]) => {
    const { text, body } = lay(...paragraphs)
    return findTitle(text, body)
  }

  it('joins split lines with spaces and a subtitle without', () => {
    expect(title('林知夏调研水利工作时强调', '抓住冬闲时节', '把渠道修到地头', long)).toEqual({
      text: '林知夏调研水利工作时强调 抓住冬闲时节 把渠道修到地头',
      lines: 3,
    })
    expect(title('一渠清水到田头', '——青禾镇冬修水利见闻', long).text).toBe('一渠清水到田头——青禾镇冬修水利见闻')
  })

  it('keeps the speech of a headline behind its colon', () => {
    expect(title('林知夏到青禾镇调研时强调：抓住冬闲 修好水利', long)).toMatchObject({ lines: 1 })
    expect(title('林知夏到青禾镇调研时强调：', '抓住冬闲 修好水利', long)).toMatchObject({ lines: 2 })
  })

  it.each([
    ['【先锋要闻】林知夏调研水利工作', '林知夏调研水利工作'],
    ['特别关注丨林知夏调研水利工作', '林知夏调研水利工作'],
    ['林知夏调研水利工作_青禾县人民政府网', '林知夏调研水利工作'],
    ['林知夏调研水利工作 - 要闻 - 青禾新闻网', '林知夏调研水利工作 - 要闻'],
    ['【冬修水利】', '【冬修水利】'],
  ])('%s → %s', (line, expected) => {
    expect(title(line, long).text).toBe(expected)
  })

  it.each([
    [long],
    ['10月18日，林知夏到青禾镇'],
    ['本报讯（记者 江雨）'],
    ['近日，青禾镇召开现场会'],
    ['一、总体要求'],
    ['同志们：'],
    ['日期: 2023-10-20 来源:松屏日报'],
    ['林知夏一路走，一路看，一路问，不时停下来'],
    ['县里把水利当作头等大事来抓。'],
  ])('no title: %s', (line) => {
    expect(title(line, long)).toEqual({ text: null, lines: 0 })
  })

  it('puts a supplied title in front, so that offsets below bodyShift count in it', () => {
    const report = readReport({ title: '林知夏调研水利工作', text: long })
    expect(report.bodyShift).toBe('林知夏调研水利工作'.length + 1)
    expect(report.source).toBe(`林知夏调研水利工作\n${long}`)
    expect(report.paragraphs.map((p) => p.role)).toEqual(['title', 'body'])
    expect(report.row).toMatchObject({
      title: '林知夏调研水利工作',
      characters: readReport({ text: long }).row.characters,
    })
  })

  it('does not when the text begins with it, in lines, in the other script or behind a breadcrumb', () => {
    const supplied = '林知夏调研水利工作 把渠道修到地头'
    for (const text of [
      `林知夏调研水利工作\n把渠道修到地头\n${long}`,
      `林知夏調研水利工作 把渠道修到地頭\n${long}`,
      `首页 > 要闻 > 正文\n林知夏调研水利工作 把渠道修到地头\n${long}`,
    ]) {
      const report = readReport({ title: supplied, text })
      expect(report.bodyShift).toBe(0)
      expect(report.row.title).toBe(supplied)
      expect(report.paragraphs.filter((p) => p.role === 'title').length).toBeGreaterThan(0)
    }
  })

  it('has no title where there is none', () => {
    expect(readReport({ text: long }).row.title).toBeNull()
  })
})

it('still reads the meta lines of a page where their removal is switched off', () => {
  const text = `青禾镇冬修水利现场会\n日期: 2023-10-20 来源:松屏日报 作者：江雨\n${long}\n责编:翟某 审核:陈某`
  const { row } = readReport({ text }, { skip: ['furniture'] })
  expect(row).toMatchObject({
    title: '青禾镇冬修水利现场会',
    published: '2023-10-20',
    outlet: '松屏日报',
    authors: ['江雨'],
    editors: { 责编: '翟某', 审核: '陈某' },
    eventStart: '2023-10-18',
  })
})

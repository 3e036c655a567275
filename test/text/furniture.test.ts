// One or more invented examples for every row of the catalogue of page furniture.
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../src/text'

const body = '3月4日，县委书记柳清河深入白石镇调研重点项目建设，强调要坚持项目为王，加快工程进度。'
const end = '县领导何月明、邱长风参加活动，有关单位主要负责同志一同调研并作了汇报。'

/** Name, lines before, lines after, kinds of what must go. */
const pages: readonly (readonly [string, readonly string[], readonly string[], readonly string[]])[] = [
  ['2.1 meta line', ['日期: 2021-03-04 来源:云岭日报 点击:'], [], ['meta-line']],
  [
    '2.1 other labels',
    ['发布时间：2021年03月04日 08:15　信息来源：县政府办　浏览次数：315次　【字号 大 中 小】 打印 关闭'],
    [],
    ['meta-line'],
  ],
  ['2.1 labels without blanks', ['时间：2021-03-04来源：云岭日报作者：钱小桥'], [], ['meta-line']],
  ['2.1 bare date and outlet', ['2021年03月04日 08:15 云岭日报'], [], ['meta-line']],
  ['2.2 breadcrumb', ['首页 > 要闻 > 正文'], [], ['breadcrumb']],
  ['2.2 labelled path', ['当前位置：网站首页 >> 新闻中心 >> 云岭要闻'], [], ['breadcrumb']],
  ['2.3 editors', [], ['责编:钱小桥 编审:白石林 终审:宋云岭'], ['editors']],
  ['2.3 empty and unclosed', [], ['【责编:】 【审核:钱小桥'], ['editors']],
  ['2.3 three reviews', [], ['一审:钱小桥 二审:白石林 三审:宋云岭'], ['editors']],
  ['2.3 bars and padded roles', [], ['总 审丨宋云岭', '责 编 | 钱小桥'], ['editors', 'editors']],
  ['2.4 credit twice', [], ['(作者:钱小桥 白石林)', '(通讯员:宋云岭)'], ['credit', 'credit']],
  [
    '2.6 footer',
    [],
    [
      '建议使用:ie9以上浏览器    Copyright © 2000 - 2018 All Rights Reserved',
      '主 办:云岭县人民政府办公室      承 办:云岭县信息中心',
      '网站标识码:5300000001 滇ICP备00000001号',
    ],
    ['footer', 'footer', 'footer'],
  ],
  [
    '2.7 widgets',
    [],
    ['请输入验证码', '扫一扫在手机打开当前页', '上一篇：关于调整公交线路的通知'],
    ['widget', 'widget', 'widget'],
  ],
  [
    '2.7 other headlines',
    [],
    ['相关阅读', '云岭县召开春耕生产会议', '双塔乡举办文化节'],
    ['widget', 'widget', 'widget'],
  ],
  ['2.8 terms of use', [], ['未经授权不得转载本网内容，版权归云岭日报所有，违者必究。'], ['disclaimer']],
  ['2.9 electronic paper', ['第01版:要闻 PDF版'], [], ['e-paper']],
  ['2.10 stamp', [], ['/enpproperty-->', 'publishdate:2024-11-21'], ['cms-stamp', 'cms-stamp']],
  [
    '2.11 captions',
    [],
    ['图为座谈会现场。', '柳清河在白石镇调研。钱小桥 摄', '640.jpg'],
    ['caption', 'caption', 'caption'],
  ],
  ['2.12 advertisement', ['云岭博彩娱乐城_官方网站：】'], [], ['spam']],
  ['2.14 column label on its line', ['【云岭要闻】'], [], ['column-label']],
]

describe('noise §2', () => {
  it.each(pages)('%s', (_, before, after, kinds) => {
    const source = [...before, '柳清河调研重点项目', body, end, ...after].join('\n')
    const { text, furniture } = cleanText(source)
    expect(text).toBe(['柳清河调研重点项目', body, end].join('\n'))
    expect(furniture.map(({ kind }) => kind)).toEqual(kinds)
    for (const { span } of furniture) expect(source.slice(span.start, span.end).length).toBeGreaterThan(0)
  })

  it.each([
    ['2.3 editors after the last sentence', '责编:钱小桥 审核:白石林', 'editors'],
    ['2.4 names in brackets', '(钱小桥 白石林)', 'credit'],
    ['2.4 reporters in brackets', '（记者 钱小桥 通讯员 白石林）', 'credit'],
    ['2.5 editor code', '②2', 'editor-code'],
    ['2.5 two digits', '③22', 'editor-code'],
  ])('%s', (_, tail, kind) => {
    const { text, furniture } = cleanText(`${body}\n${end}${tail}`)
    expect(text).toBe(`${body}\n${end}`)
    expect(furniture.map((piece) => piece.kind)).toEqual([kind])
  })

  it('2.14 column label before the title', () => {
    expect(cleanText(`特别关注丨柳清河调研重点项目建设工作\n${body}`).text).toBe(`柳清河调研重点项目建设工作\n${body}`)
    expect(cleanText(`【云岭要闻】柳清河调研重点项目\n${body}`).text).toBe(`柳清河调研重点项目\n${body}`)
  })

  it.each([
    ['title with blanks', `转变观念 提升标准\n${body}`],
    ['dateline', `本报讯（记者 钱小桥）${body}`],
    ['dateline without outlet', `（记者 钱小桥 见习记者 白石林）${body}`],
    ['speech heads on their own lines', `${body}\n柳清河强调\n要加快项目推进。\n${end}`],
    ['attendance', `${body}\n何月明、邱长风等参加。`],
    ['brackets that are no credit', `${body}\n全县共有10个乡（镇、街道）`],
    ['work that was sponsored, not a footer', `${body}\n活动由县委宣传部主办，县文化馆承办，群众踊跃参加。\n${end}`],
    ['a new report on the same page', `${body}\n又讯（记者 钱小桥）${body}`],
  ])('keeps: %s', (_, text) => {
    expect(cleanText(text).text).toBe(text)
    expect(cleanText(text).furniture).toEqual([])
  })
})

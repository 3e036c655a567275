// One or more invented examples for every row of the catalogue of character damage.
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../src/text'

const rows: readonly (readonly [string, string, string])[] = [
  ['1.1 traditional characters', '縣委書記柳清河調研產業項目', '县委书记柳清河调研产业项目'],
  ['1.1 phrases before characters', '乾隆年間的老宅，乾淨整潔', '乾隆年间的老宅，干净整洁'],
  ['1.2 gloss', '項(xiàng)目為王', '项目为王'],
  ['1.2 blank before the bracket', '會(huì )議強(qiáng)調(diào)', '会议强调'],
  ['1.2 full-width brackets', '項（xiàng）目為王', '项目为王'],
  ['1.2 ü and decomposed marks', '女(nǚ)同志綠(lu\u0308\u0300)色發(fa\u0304)展', '女同志绿色发展'],
  ['1.2 toneless reading among toned glosses', '同志們(men)調(diào)研', '同志们调研'],
  ['1.2b gloss on an unconverted character', '一(yī)、大(dà)抓項目', '一、大抓项目'],
  [
    '1.2 no gloss: share, abbreviation, word',
    '股票(A股)和天然气(LNG)站，咖啡(café)店',
    '股票（A股）和天然气（LNG）站，咖啡（café）店',
  ],
  ['1.3 gloss across two characters', '通過和當?shù)攸h委、政府交流', '通过和当地党委、政府交流'],
  ['1.3 three characters', '搶抓機遇，駛?cè)胄滤{海、搶占新賽道', '抢抓机遇，驶入新蓝海、抢占新赛道'],
  ['1.3 two glosses in one character', '將存量?jī)?yōu)勢轉(zhuǎn)化為競爭優(yōu)勢', '将存量优势转化为竞争优势'],
  ['1.4 lost dateline', '?。ㄓ浾?柳清河)3月4日,縣委書記調研', '（记者 柳清河）3月4日，县委书记调研'],
  ['1.4 quotation mark', '共同努力?！霸谖覀兯{田開會的時候', '共同努力。“在我们蓝田开会的时候'],
  ['1.4 marker and mark both shown as ?', '前往学校??h委召开会议', '前往学校。縣委召开会议'.replace('縣', '县')],
  ['1.4b marker dropped', '我們一起追夢!边@幾天大家都說', '我们一起追梦。”这几天大家都说'],
  ['1.4c eaten tag', '要抓好落實。”/p>會后', '要抓好落实。”\n会后'],
  ['1.5 spinner comma', '9月28日,,县委书记调研,。他指出', '9月28日，县委书记调研。他指出'],
  ['1.6 ASCII junk', '有序推进复工Q : P ! w G复产', '有序推进复工复产'],
  ['1.6 no junk: letters of a list', '方案A B C三类', '方案A B C三类'],
  ['1.7 lost space after 讯', '云岭网讯?自7月1日起', '云岭网讯 自7月1日起'],
  ['1.7 lost indent', '????本报记者 柳清河', '本报记者 柳清河'],
  ['1.7 a question stays', '怎么办?要靠实干', '怎么办？要靠实干'],
  [
    '1.8 half-width punctuation',
    '他强调,要做到:项目为王;各县(区)要落实!',
    '他强调，要做到：项目为王；各县（区）要落实！',
  ],
  [
    '1.8 numbers and addresses stay ASCII',
    '10:30 开会,投资3,000万元,见http://a.cn/b?c=1',
    '10:30 开会，投资3,000万元，见http://a.cn/b?c=1',
  ],
  ['1.9 corner brackets and straight quotes', '「三個一批」和"三个年"', '“三个一批”和“三个年”'],
  ['1.9 single quotes stay', '‘三个一批’活动', '‘三个一批’活动'],
  ['1.10 particle', '保持著較高的增速，著眼長遠，著力推進', '保持着较高的增速，着眼长远，着力推进'],
  ['1.10 words with zhù', '成效顯著，著名專家的專著和原著', '成效显著，著名专家的专著和原著'],
  ['1.10 verb before what looks like 著名', '他拿著名單，接著作了報告', '他拿着名单，接着作了报告'],
  ['1.10 other residues', '甯波的產業發展與衆不同，為民服務', '宁波的产业发展与众不同，为民服务'],
  ['1.13 padded names and roles', '总 审丨柳清河，杜 宇、高 昕参加', '总审|柳清河，杜宇、高昕参加'],
  ['1.13 clauses of a title stay apart', '转变观念 提升标准', '转变观念 提升标准'],
  ['1.14 variant in a name', '査宏和髙山', '查宏和高山'],
  ['1.15 symbols', '县委书🔩记杜\ue123云\u2764', '县委书记杜云'],
  ['width: no blanket NFKC', '①５０％ＧＤＰ…', '①50%GDP…'],
  ['width: name dot', '乃依木•亚森和阿里・木', '乃依木·亚森和阿里·木'],
  ['simplified text keeps what only looks traditional', '乾县的王於昌说，不许破坏土地', '乾县的王於昌说，不许破坏土地'],
  ['markup left over', '高质量&nbsp;发展<br/>项目为王', '高质量 发展\n项目为王'],
  ['zero-width and soft hyphen', '项\u200b目\ufeff为\u00ad王', '项目为王'],
  ['line ends', '一段\r\n\r\n　　二段\u2028三段 ', '一段\n二段\n三段'],
  ['dates with blanks', '9 月 15 日上午', '9月15日上午'],
]

describe('noise §1', () => {
  it.each(rows)('%s', (_, noisy, clean) => {
    expect(cleanText(noisy, { skip: ['furniture'] }).text).toBe(clean)
  })

  it('1.3 marks what it cannot restore', () => {
    const { damaged, issues, source } = cleanText('柳清河在堯?qū)枮I新區調研')
    expect(damaged.length).toBe(1)
    const issue = issues.find(({ code }) => code === 'damaged-text')!
    expect(source.slice(issue.span!.start, issue.span!.end)).toContain('?qū)')
  })

  it('1.6 and 1.15 are reported', () => {
    expect(cleanText('县委书🔩记').issues.map(({ code }) => code)).toEqual(['junk-removed'])
  })

  it('1.11 flags regional wording in converted text and rewrites nothing', () => {
    const converted = cleanText('要提高網路與軟體產業的發展水準')
    expect(converted.issues.map(({ code }) => code)).toEqual(['taiwan-wording'])
    expect(converted.text).toBe('要提高网路与软体产业的发展水准')
    expect(cleanText('要提高网络与软件产业的水平').issues).toEqual([])
  })

  it('judges the script', () => {
    expect(cleanText('要坚持项目为王').script).toBe('hans')
    expect(cleanText('要堅持項目為王').script).toBe('hant')
    expect(cleanText('要堅持項目為王，他们说这样发展得很好').script).toBe('mixed')
  })

  it('leaves clean text alone: same string, no edits', () => {
    const text = '县委书记柳清河强调，要坚持“项目为王”，确保3,000万元投资10:30到位。\n他指出，要抓落实。'
    const clean = cleanText(text)
    expect(clean.text).toBe(text)
    expect(clean.steps.every(({ edits }) => edits === 0)).toBe(true)
    expect(clean.map.toSource(3, 9)).toEqual({ start: 3, end: 9 })
  })

  it('skips the steps it is told to skip', () => {
    expect(cleanText('項(xiàng)目', { skip: ['gloss'] }).text).toBe('项（xiàng）目')
    expect(cleanText('項(xiàng)目', { skip: ['simplify'] }).text).toBe('項目')
  })
})

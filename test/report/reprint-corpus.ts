// Reports made up from parts, and what mirrors do to them: cut, retitle, convert to traditional characters, gloss.
import * as OpenCC from 'opencc-js'

/** A small seeded generator (mulberry32): the same corpus on every machine. */
export function random(seed: number): () => number {
  let a = seed >>> 0
  return () => {
    a = (a + 0x6d2b79f5) >>> 0
    let t = a
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const WHO = ['陆怀舟', '沈砚秋', '韩江渡', '程云舫', '秦若川', '郑海宁', '罗一苇', '顾长松']
const WHERE = ['松屏镇', '白鹭滩', '云台冲', '三岔湾', '柳荫街', '石磨坊', '长堤村', '枫林渡', '北望坡', '青禾园']
const DOES = ['察看', '询问', '走进', '了解', '核对', '听取', '翻看', '登上']
const WHAT = [
  '灌溉泵站的运行记录',
  '冷库的入库台账',
  '旧楼加装电梯的进度',
  '竹编工坊的订单',
  '渡口的救生设备',
  '合作社的分红明细',
  '学校食堂的留样柜',
  '矿山复绿的苗木',
  '污水管网的接口',
  '公交线路的班次',
]
const MUST = ['要把', '要让', '要用', '必须把', '务必把']
const THING = [
  '每一笔账算清楚',
  '每一道闸门看牢',
  '好办法写进制度',
  '难题摆到桌面上',
  '路修到地头',
  '水送到高处',
  '岗位留给本地人',
  '时间表贴在墙上',
  '票据一张张对齐',
  '夜班的人安排好',
]
const FIGURE = ['十二', '三十七', '五十四', '六十八', '九十一', '一百二十', '二百零六', '三百一十五']
const UNIT = ['台机组', '户人家', '亩茶园', '公里渠道', '名学徒', '间教室', '艘渔船', '座大棚']

const pick = <T>(list: readonly T[], next: () => number): T => list[Math.floor(next() * list.length)]!

function sentence(next: () => number): string {
  const clause = () => {
    switch (Math.floor(next() * 4)) {
      case 0:
        return `${pick(WHO, next)}在${pick(WHERE, next)}${pick(DOES, next)}${pick(WHAT, next)}`
      case 1:
        return `${pick(MUST, next)}${pick(THING, next)}`
      case 2:
        return `这里有${pick(FIGURE, next)}${pick(UNIT, next)}已经用上${pick(WHAT, next).slice(0, 2)}`
      default:
        return `从${pick(WHERE, next)}到${pick(WHERE, next)}再${pick(DOES, next)}${pick(FIGURE, next)}${pick(UNIT, next)}`
    }
  }
  const parts = Array.from({ length: 2 + Math.floor(next() * 3) }, clause)
  return `${parts.join('，')}。`
}

/** Paragraphs of an invented report. */
export function inventReport(next: () => number, sentences: number): string[] {
  const paragraphs: string[] = []
  for (let n = 0; n < sentences; ) {
    const size = Math.min(sentences - n, 2 + Math.floor(next() * 3))
    paragraphs.push(Array.from({ length: size }, () => sentence(next)).join(''))
    n += size
  }
  return paragraphs
}

/** Set phrases that many reports repeat word for word. */
export const BOILERPLATE = [
  '会议强调，要提高政治站位，统一思想认识，切实增强责任感和紧迫感，把各项部署不折不扣落到实处。',
  '会议指出，各级各部门要各司其职、各负其责，密切配合、协同作战，形成齐抓共管的工作合力。',
  '会议要求，要加强组织领导，压实工作责任，强化督促检查，严格考核奖惩，确保全年目标任务圆满完成。',
  '各镇街、县直有关单位主要负责同志在主会场参加会议，各村设分会场，会议以视频形式召开。',
]

/** Cuts a share of the characters off head and tail. */
export function cut(text: string, head: number, tail: number): string {
  return text.slice(Math.round(text.length * head), Math.round(text.length * (1 - tail)))
}

const GLOSS: Readonly<Record<string, string>> = {
  縣: 'xiàn',
  鎮: 'zhèn',
  裏: 'lǐ',
  這: 'zhè',
  務: 'wù',
  讓: 'ràng',
  難: 'nán',
  題: 'tí',
  運: 'yùn',
  記: 'jì',
  錄: 'lù',
  貼: 'tiē',
  員: 'yuán',
  學: 'xué',
  電: 'diàn',
  過: 'guò',
}
let toTraditional: ((text: string) => string) | undefined

/** Traditional characters with a pinyin gloss behind some of them, as mirrors print them. */
export function glossed(text: string): string {
  toTraditional ??= OpenCC.Converter({ from: 'cn', to: 't' })
  return toTraditional(text).replace(/[縣鎮裏這務讓難題運記錄貼員學電過]/g, (c) => `${c}(${GLOSS[c]})`)
}

// Makes the noise of stored web pages out of clean text, step by step as the sites do it: on bytes where they work on
// bytes. Shares no code and no table with the cleaner, so that its output is exact test data.
import { Converter } from 'opencc-js/cn2t'

/** A small seeded generator (mulberry32): the same seed gives the same noise. */
export const random = (seed: number) => {
  let state = seed >>> 0
  return (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

const toTraditional = Converter({ from: 'cn', to: 't' })
export const traditional = (text: string): string => toTraditional(text)

/** The generator's own glosses: characters that converters commonly gloss, one reading each. */
const glossTable: Readonly<Record<string, string>> = {
  項: 'xiàng',
  業: 'yè',
  產: 'chǎn',
  強: 'qiáng',
  調: 'diào',
  優: 'yōu',
  勢: 'shì',
  實: 'shí',
  發: 'fā',
  動: 'dòng',
  進: 'jìn',
  區: 'qū',
  會: 'huì',
  務: 'wù',
  員: 'yuán',
  質: 'zhì',
  經: 'jīng',
  濟: 'jì',
  學: 'xué',
  習: 'xí',
  領: 'lǐng',
  導: 'dǎo',
  對: 'duì',
  應: 'yīng',
  這: 'zhè',
  個: 'gè',
  長: 'zhǎng',
  來: 'lái',
  時: 'shí',
  國: 'guó',
  題: 'tí',
  問: 'wèn',
  場: 'chǎng',
  環: 'huán',
  設: 'shè',
  計: 'jì',
  劃: 'huà',
  體: 'tǐ',
  總: 'zǒng',
  書: 'shū',
  記: 'jì',
  縣: 'xiàn',
  鎮: 'zhèn',
  鄉: 'xiāng',
  農: 'nóng',
  村: 'cūn',
  級: 'jí',
  轉: 'zhuǎn',
  資: 'zī',
  責: 'zé',
  績: 'jì',
  側: 'cè',
  驅: 'qū',
  數: 'shù',
  術: 'shù',
  機: 'jī',
  積: 'jī',
  極: 'jí',
  統: 'tǒng',
  準: 'zhǔn',
  標: 'biāo',
  確: 'què',
  結: 'jié',
  構: 'gòu',
  過: 'guò',
  運: 'yùn',
  輸: 'shū',
  還: 'hái',
  開: 'kāi',
  關: 'guān',
  張: 'zhāng',
  陳: 'chén',
  劉: 'liú',
  趙: 'zhào',
  黃: 'huáng',
  們: 'men',
  見: 'jiàn',
  現: 'xiàn',
  視: 'shì',
  觀: 'guān',
}

// GBK by asking the decoder about every pair of bytes.
const encodeTable = new Map<string, readonly [number, number]>()
const decodeTable = new Map<number, string>()
{
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const c = decoder.decode(Uint8Array.of(lead, trail))
      if (c.length !== 1 || c === '\ufffd' || (c >= '\ue000' && c <= '\uf8ff')) continue
      decodeTable.set(lead * 256 + trail, c)
      if (!encodeTable.has(c)) encodeTable.set(c, [lead, trail])
    }
}

/** Bytes of a text; null where GBK lacks a character. */
export const encodeGbk = (text: string): Uint8Array | null => {
  const bytes: number[] = []
  for (const c of text) {
    const code = c.charCodeAt(0)
    if (code < 0x80) bytes.push(code)
    else {
      const pair = encodeTable.get(c)
      if (pair === undefined) return null
      bytes.push(...pair)
    }
  }
  return Uint8Array.from(bytes)
}

/** An old decoder: a lead byte with an impossible second byte becomes one `?` and takes the second byte with it. */
export const decodeGbk = (bytes: Uint8Array): string => {
  let text = ''
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!
    if (byte < 0x80) text += String.fromCharCode(byte)
    else if (i + 1 === bytes.length) text += '?'
    else {
      const next = bytes[++i]!
      text += decodeTable.get(byte * 256 + next) ?? '?'
    }
  }
  return text
}

/** Places a gloss after the bytes of glossed characters wherever they are found, across character borders too. */
const glossBytes = (bytes: Uint8Array, chance: (at: number) => boolean): { bytes: number[]; letters: string[] } => {
  const readings = new Map<number, string>()
  for (const [c, pin] of Object.entries(glossTable)) {
    const [lead, trail] = encodeTable.get(c)!
    readings.set(lead * 256 + trail, pin)
  }
  const out: number[] = []
  const letters: string[] = []
  for (let i = 0; i < bytes.length; i++) {
    out.push(bytes[i]!)
    if (i === 0 || bytes[i - 1]! < 0x81) continue
    const pin = readings.get(bytes[i - 1]! * 256 + bytes[i]!)
    if (pin === undefined || !chance(i)) continue
    // Letters with tone marks are put back after decoding: byte 1 + index stands for them meanwhile.
    letters.push(pin)
    out.push(0x28, 0x01, 0x29)
  }
  return { bytes: out, letters }
}

/** Glosses a traditional text as converters do that work on GBK bytes (noise 1.2, 1.3). `share` of 100 glossable places. */
export const gloss = (text: string, seed: number, share = 60): string => {
  const bytes = encodeGbk(text)
  if (bytes === null) return text
  const next = random(seed)
  const { bytes: glossed, letters } = glossBytes(bytes, () => next(100) < share)
  let index = 0
  return decodeGbk(Uint8Array.from(glossed)).replace(/\u0001/g, () => letters[index++]!)
}

const splitters: readonly (readonly [string, number, number])[] = [
  ['。', 0xa1, 0xa3],
  ['！', 0xa3, 0xa1],
  ['？', 0xa3, 0xbf],
  ['，', 0xa3, 0xac],
]

/**
 * Divides GBK bytes at the codes of 。！？，wherever they are found and decodes the pieces one by one (noise 1.4).
 * `dropMarkers` leaves out the `?` of the lone byte (1.4b).
 */
export const splitAtPunctuation = (text: string, dropMarkers = false): string => {
  const bytes = encodeGbk(text)
  if (bytes === null) return text
  let out = ''
  let from = 0
  const flush = (to: number) => {
    let piece = decodeGbk(bytes.subarray(from, to))
    // A lone byte is the last of the piece; whether it is one is known by counting.
    let i = from
    while (i < to) i += bytes[i]! < 0x80 ? 1 : 2
    if (dropMarkers && i > to) piece = piece.slice(0, -1)
    out += piece
  }
  for (let i = 0; i + 1 < bytes.length; i++) {
    const mark = splitters.find(([, lead, trail]) => bytes[i] === lead && bytes[i + 1] === trail)
    if (mark === undefined) continue
    flush(i)
    out += mark[0]
    i++
    from = i + 1
  }
  flush(bytes.length)
  return out
}

/** Half-width punctuation, as corpora normalise it (noise 1.8). */
export const halfWidth = (text: string): string =>
  text.replace(/[，：；（）！？]/g, (c) => ',:;()!?'[`，：；（）！？`.indexOf(c)]!)

/** A comma before some punctuation (noise 1.5). */
export const spinnerCommas = (text: string, seed: number): string => {
  const next = random(seed)
  return text.replace(/[，。；、]/g, (c) => (next(12) === 0 ? `,${c}` : c))
}

/** Runs of single ASCII characters between two Han characters (noise 1.6). */
export const asciiJunk = (text: string, seed: number): string => {
  const next = random(seed)
  const symbols = 'Q:P!wG%k*z$'
  return text.replace(/\p{Script=Han}(?=\p{Script=Han})/gu, (c) => {
    if (next(400) !== 0) return c
    const tokens = Array.from({ length: 4 + next(3) }, () => symbols[next(symbols.length)]!)
    return `${c}${tokens.join(' ')} : ${symbols[next(symbols.length)]}`
  })
}

/** Zero-width characters between characters, ideographic indents, blank lines. */
export const invisible = (text: string, seed: number): string => {
  const next = random(seed)
  const spread = text.replace(/\p{Script=Han}/gu, (c) => (next(50) === 0 ? c + '\u200b\u200d\ufeff\u00ad'[next(4)] : c))
  return spread
    .split('\n')
    .map((line) => `　　${line}${' \u00a0'.repeat(next(3))}`)
    .join(['\r\n\r\n', '\n\n\n', '\n \n'][next(3)]!)
}

/** Indents that became question marks (noise 1.7). */
export const lostSpaces = (text: string): string =>
  text
    .split('\n')
    .map((line) => `????${line}`)
    .join('\n')

/** A page around the text: what stands before and after it (noise §2), with invented names. */
export const furniture = (text: string, seed: number): string => {
  const next = random(seed)
  const pick = (list: readonly string[]) => list[next(list.length)]!
  const heads = [
    '首页 > 要闻 > 正文',
    '当前位置：网站首页 >> 新闻中心 >> 云岭要闻',
    '日期: 2021-03-04 来源:云岭日报 点击:',
    '发布时间：2021-03-04 08:15  来源：云岭日报  浏览次数：315',
    '【字号 大 中 小】 打印 关闭',
    '时间：2021年03月04日　作者：柳清河',
  ]
  const tails = [
    '责编:钱小桥 审核:柳清河',
    '【责编:】 【审核:钱小桥',
    '(通讯员:柳清河 钱小桥)',
    '一审:柳清河 二审:钱小桥 三审:白石',
    '请输入验证码',
    '扫一扫在手机打开当前页',
    '上一篇：关于调整公交线路的通知',
    '图为座谈会现场。柳清河 摄',
    '未经授权不得转载本网内容，版权归云岭日报所有。',
    '主办：云岭县人民政府办公室    承办：云岭县信息中心    网站地图',
    '网站标识码：5300000001    滇ICP备00000001号',
  ]
  const before = Array.from({ length: next(3) }, () => pick(heads))
  const after = Array.from({ length: 1 + next(3) }, () => tails.splice(next(tails.length), 1)[0]!)
  return [...before, text, ...after].join('\n')
}

import data from '../../data/text/html.json' with { type: 'json' }

/** Longest reference looked for, `&` and `;` included. */
const longest = 12

const named: Readonly<Record<string, string>> = data.entities
let windows: readonly number[] | undefined

export interface EntityAt {
  readonly end: number
  readonly text: string
}

const fromPoint = (point: number): string => {
  windows ??= data.windows1252.characters.split(' ').map((hex) => Number.parseInt(hex, 16))
  if (point >= 128 && point < 160) return String.fromCharCode(windows[point - 128]!)
  if (!(point > 0) || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return '\ufffd'
  return String.fromCodePoint(point)
}

/** The character reference at `at` (`&nbsp;`, `&#8220;`, `&#x201C;`; the semicolon may lack), or null. */
export const entityAt = (source: string, at: number): EntityAt | null => {
  let i = at + 1
  if (source[i] === '#') {
    const isHex = source[i + 1] === 'x' || source[i + 1] === 'X'
    const start = isHex ? i + 2 : i + 1
    const base = isHex ? 16 : 10
    let point = 0
    for (i = start; i < start + longest; i++) {
      const digit = Number.parseInt(source[i] ?? '', base)
      if (Number.isNaN(digit)) break
      point = point * base + digit
    }
    if (i === start) return null
    return { end: source[i] === ';' ? i + 1 : i, text: fromPoint(point) }
  }
  const start = i
  while (i < start + longest && isNameUnit(source.charCodeAt(i))) i++
  const hex = Object.hasOwn(named, source.slice(start, i)) ? named[source.slice(start, i)] : undefined
  if (
    hex === undefined ||
    (source[i] !== ';' && !/^(?:nbsp|lt|gt|amp|quot|copy|reg|middot)$/.test(source.slice(start, i)))
  )
    return null
  return { end: source[i] === ';' ? i + 1 : i, text: String.fromCharCode(Number.parseInt(hex, 16)) }
}

const isNameUnit = (unit: number) =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)

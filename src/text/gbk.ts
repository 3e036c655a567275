/** The two-byte part of GBK, both ways. */
export interface Gbk {
  /** UTF-16 unit of `lead << 8 | trail`; 0 where no character is. */
  readonly units: Uint16Array
  /** `lead << 8 | trail` of a UTF-16 unit, private use characters of GBK's user-defined rows included; 0 where GBK has none. */
  readonly codes: Uint16Array
}

const firstLead = 0x81
const lastLead = 0xfe
const firstTrail = 0x40
const lastTrail = 0xfe

let table: Gbk | null | undefined

/** Every pair is decoded once, the table kept. Null where the host's TextDecoder does not know GBK. */
const build = (): Gbk | null => {
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder('gbk')
  } catch {
    return null
  }
  const units = new Uint16Array(65536)
  const codes = new Uint16Array(65536)
  const bytes = new Uint8Array((lastTrail - firstTrail + 1) * 3)
  for (let lead = firstLead; lead <= lastLead; lead++) {
    let size = 0
    for (let trail = firstTrail; trail <= lastTrail; trail++) {
      if (trail === 0x7f) continue
      bytes[size++] = lead
      bytes[size++] = trail
      bytes[size++] = 0x0a // keeps an invalid pair from eating its neighbour
    }
    const cells = decoder.decode(bytes.subarray(0, size)).split('\n')
    let cell = 0
    for (let trail = firstTrail; trail <= lastTrail; trail++) {
      if (trail === 0x7f) continue
      const text = cells[cell++]!
      const unit = text.charCodeAt(0)
      if (text.length !== 1 || unit < 0x80 || unit === 0xfffd) continue
      const code = (lead << 8) | trail
      if (codes[unit] === 0) codes[unit] = code
      if (unit < 0xe000 || unit >= 0xf900) units[code] = unit
    }
  }
  return { units, codes }
}

/** The GBK table, built on first use (about 3 ms), or null where the host cannot decode GBK. */
export const gbkTable = (): Gbk | null => (table === undefined ? (table = build()) : table)

import data from '../../data/text/traditional.json' with { type: 'json' }

/** Class bits of {@link SimplifyTable.classes}. */
export const simplifyClass = {
  /** Converted on its own. */
  character: 1,
  /** May begin a phrase. */
  phrase: 2,
  /** High surrogate, or a character whose target is outside the basic plane: looked up by code point. */
  astral: 4,
  /** CJK compatibility ideograph: folded to its canonical equivalent first. */
  compatibility: 8,
  /** Ideographic description operator: what it describes is left as it is. */
  description: 16,
  /** Written only in traditional text, so evidence for the script. */
  traditionalOnly: 32,
  /** Written only in simplified text. */
  simplifiedOnly: 64,
} as const

export interface Phrase {
  readonly from: string
  readonly to: string
}

export interface SimplifyTable {
  readonly classes: Uint8Array
  /**
   * By unit: its simplified unit in the low 16 bits, above them what must be looked at first (phrase, astral,
   * description). One load a character.
   */
  readonly full: Uint32Array
  /** The same without phrases and without the characters that are standard in simplified text too (乾 於 昇). */
  readonly cautious: Uint32Array
  /** Conversions whose source or target lies outside the basic plane. */
  readonly astral: ReadonlyMap<number, string>
  /** Phrases by their first two units, longest first. */
  readonly phrases: ReadonlyMap<number, readonly Phrase[]>
  /** Filter over the first two units: 0 means no phrase begins so. */
  readonly filter: Uint8Array
}

export const pairKey = (first: number, second: number): number => first * 65536 + second
export const filterKey = (first: number, second: number): number => (Math.imul(first, 0x9e5) + second) & 0xffff

const buildTable = (): SimplifyTable => {
  const classes = new Uint8Array(65536)
  const full = new Uint32Array(65536)
  for (let i = 0; i < 65536; i++) full[i] = i
  const cautious = full.slice()
  const astral = new Map<number, string>()
  const filter = new Uint8Array(65536)
  const standard = new Set(data.standard)
  classes.fill(simplifyClass.astral, 0xd800, 0xdc00)
  classes.fill(simplifyClass.compatibility, 0xf900, 0xfb00)
  classes.fill(simplifyClass.description, 0x2ff0, 0x3000)

  const pairs = [...data.characters]
  for (let i = 0; i < pairs.length; i += 2) {
    const from = pairs[i]!
    const to = pairs[i + 1]!
    const unit = from.charCodeAt(0)
    if (from.length === 1) classes[unit]! |= simplifyClass.character
    if (from.length > 1 || to.length > 1) {
      astral.set(from.codePointAt(0)!, to)
      classes[unit]! |= simplifyClass.astral
    } else {
      full[unit] = to.charCodeAt(0)
      if (!standard.has(from)) cautious[unit] = to.charCodeAt(0)
    }
    if (from.length === 1 && !standard.has(from)) classes[unit]! |= simplifyClass.traditionalOnly
  }
  for (const c of data.simplifiedOnly) if (c.length === 1) classes[c.charCodeAt(0)]! |= simplifyClass.simplifiedOnly

  const phrases = new Map<number, Phrase[]>()
  for (const line of data.phrases.split('|')) {
    const space = line.indexOf(' ')
    const from = line.slice(0, space)
    const first = from.charCodeAt(0)
    const second = from.charCodeAt(1)
    classes[first]! |= simplifyClass.phrase
    filter[filterKey(first, second)] = 1
    const key = pairKey(first, second)
    const list = phrases.get(key)
    if (list === undefined) phrases.set(key, [{ from, to: line.slice(space + 1) }])
    else list.push({ from, to: line.slice(space + 1) })
  }
  for (const list of phrases.values()) list.sort((a, b) => b.from.length - a.from.length)
  const always = simplifyClass.astral | simplifyClass.description | simplifyClass.compatibility
  for (let i = 0; i < 65536; i++) {
    full[i]! |= (classes[i]! & (always | simplifyClass.phrase)) << 16
    cautious[i]! |= (classes[i]! & always) << 16
  }
  return { classes, full, cautious, astral, phrases, filter }
}

let table: SimplifyTable | undefined

/** The conversion table, built on first use (about 2 ms). */
export const simplifyTable = (): SimplifyTable => (table ??= buildTable())

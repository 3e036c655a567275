/** What a character does inside a label or between its characters. Odd: dropped where labels are compared. */
export const role = {
  /** Stands for itself. */
  plain: 0,
  /** Stands for another character: capital and full-width letters and digits. */
  folded: 2,
  open: 1,
  close: 3,
  /** A straight quotation mark: opens or closes. */
  quote: 5,
  space: 7,
  /** Divides the members of a list: 、 / · - */
  list: 9,
  /** Divides clauses, and in headlines the members of a list. */
  comma: 11,
} as const

const sets: readonly [number, string][] = [
  [role.open, '“‘「『〝'],
  [role.close, '”’」』〞'],
  [role.quote, '"\'＂＇'],
  [role.space, ' \t\r\u00a0\u2002\u2003\u2009\u3000'],
  [role.list, '、/／·・•‧∙･-－‐‑–'],
  [role.comma, '，,—―'],
]

let table: Uint8Array | undefined

/** Role of each UTF-16 unit, a value of {@link role}. */
export function roles(): Uint8Array {
  if (table) return table
  const built = new Uint8Array(65536)
  built.fill(role.folded, 0x41, 0x5b)
  built.fill(role.folded, 0xff10, 0xff1a)
  built.fill(role.folded, 0xff21, 0xff3b)
  built.fill(role.folded, 0xff41, 0xff5b)
  for (const c of '＋×Ｘ') built[c.charCodeAt(0)] = role.folded
  for (const [value, characters] of sets) for (const c of characters) built[c.charCodeAt(0)] = value
  return (table = built)
}

/** What a unit of role `folded` stands for: lower-case ASCII; × is the letter x of `数据要素x`. */
export function foldUnit(unit: number): number {
  if (unit === 0xd7) return 0x78
  const ascii = unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : unit
  return ascii >= 0x41 && ascii <= 0x5a ? ascii + 32 : ascii
}

/** Does the unit belong to a Han character (the common and extension A blocks, or half of an extension character)? */
export const isHan = (unit: number): boolean =>
  (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xd840 && unit <= 0xdfff) || unit === 0x3007

/** A digit or Latin letter: a label that begins or ends with one must not be cut out of a longer number or word. */
export const isAlphanumeric = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a)

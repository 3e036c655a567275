import { TifaError } from '../error'

/** Values printed in a message. */
const SHOWN = 20

/**
 * The value of a dimension that a name means: the value itself; else the only place whose path ends in it (`乙市` for `甲省/乙市`), or the only
 * leader of that name (`赵明` for `赵明@110000`).
 *
 * @param option what was given, for the message
 * @throws TifaError `invalid-option` when no value or several are meant: those meant are listed
 * @example groupNamed('乙市', ['甲省/乙市', '甲省/丙市'], 'target', 'city') // => '甲省/乙市'
 */
export function groupNamed(name: string, values: readonly string[], option: string, dimension: string): string {
  if (values.includes(name)) return name
  const meant = values.filter((v) => v.endsWith(`/${name}`) || v.startsWith(`${name}@`))
  if (meant.length === 1) return meant[0]!
  const list = meant.length ? meant : values
  throw new TifaError(
    'invalid-option',
    `${option} must be a value of ${dimension}; got ${JSON.stringify(name)}, ${
      meant.length ? 'which can mean' : 'the study has'
    } ${list.slice(0, SHOWN).join(', ')}${list.length > SHOWN ? ` and ${list.length - SHOWN} more` : ''}`,
  )
}

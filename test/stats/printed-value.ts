/**
 * Compares values with how a doc comment prints them: a printed number stands for all numbers that round to it at its last
 * printed digit.
 */
export function printedDifference(got: unknown, printed: string): string | null {
  return difference(got, read(printed), 'value')
}

/** A printed number: its value, and half a unit of its last digit. */
class Printed {
  constructor(
    readonly value: number,
    readonly half: number,
  ) {}
}

/** Reads a JavaScript literal with every number replaced by a {@link Printed}. */
function read(text: string): unknown {
  const marked = text.replace(/'[^']*'|-?\b\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?/g, (token) => {
    if (token.startsWith("'")) return token
    const [mantissa, exponent = '0'] = token.split('e')
    const decimals = mantissa!.split('.')[1]?.length ?? 0
    const whole = decimals === 0 && exponent === '0'
    return `number(${token}, ${whole ? 1e-9 : 0.5001 * 10 ** (Number(exponent) - decimals)})`
  })
  return new Function('number', `return (${marked})`)((value: number, half: number) => new Printed(value, half))
}

function difference(got: unknown, expected: unknown, path: string): string | null {
  if (expected instanceof Printed) {
    const close = typeof got === 'number' && Math.abs(got - expected.value) <= expected.half
    return close ? null : `${path}: printed ${expected.value}, got ${String(got)}`
  }
  if (typeof expected !== 'object' || expected === null) {
    return Object.is(got, expected) ? null : `${path}: printed ${String(expected)}, got ${String(got)}`
  }
  if (typeof got !== 'object' || got === null) return `${path}: printed an object, got ${String(got)}`
  const names = Object.keys(expected).sort().join()
  const present = Object.keys(got).sort().join()
  if (names !== present) return `${path}: printed the fields ${names}, got ${present}`
  for (const [name, value] of Object.entries(expected)) {
    const found = difference((got as Record<string, unknown>)[name], value, `${path}.${name}`)
    if (found !== null) return found
  }
  return null
}

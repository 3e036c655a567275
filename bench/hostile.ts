/** Texts made to be slow for a careless program: name and text of about `length` characters. No news text. */
export function hostileTexts(length: number): [string, string][] {
  let seed = 7
  const random = (n: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return (seed >>> 8) % n
  }
  const fill = (piece: () => string) => {
    let out = ''
    while (out.length < length) out += piece()
    return out.slice(0, length)
  }
  const slogans = ['项目为王', '高质量发展', '延链补链强链', '主题教育', '乡村振兴', '党建引领']
  return [
    ['only hits', fill(() => slogans[random(slogans.length)]!)],
    ['near misses', fill(() => slogans[random(slogans.length)]!.slice(0, -1))],
    ['random Han', fill(() => String.fromCharCode(0x4e00 + random(20_000)))],
    ['one character', '要'.repeat(length)],
    ['unclosed brackets', '（'.repeat(length)],
    ['unclosed quotes', '他强调，“'.repeat(length / 5)],
    ['only cues', '书记强调，要'.repeat(length / 6)],
    ['glosses', '項(xiàng)目(mù)'.repeat(length / 14)],
    ['question marks', '?'.repeat(length)],
  ]
}

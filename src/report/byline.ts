import words from '../../data/report/bylines.json' with { type: 'json' }

const han = (text: string): boolean => /^[\p{Script=Han}·]+$/u.test(text)
const byLength = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length)

let roles: readonly { readonly word: string; readonly writes: boolean }[] | undefined

function allRoles() {
  roles ??= byLength([...words.roles.words, ...words.notWriters.words]).map((word) => ({
    word,
    writes: words.roles.words.includes(word),
  }))
  return roles
}

/**
 * The writers' names in a credit (`记者 高雪 见习记者 应诗雨`, `作者:黄奇 郑浩`, `通讯员魏可`, `张三/文 李四/图`). Names padded with a
 * space (`杜 宇`) are put together, four characters run together without a compound surname are two names, photographers are left out.
 * Anything that is not a row of names gives an empty list.
 */
export function readNames(credit: string): string[] {
  const names: string[] = []
  let writing = true
  let half = ''
  let known = false
  const tokens = divide(credit)
  for (let i = 0; i < tokens.length; i++) {
    let token = tokens[i]!
    // 文 and 图 are roles only alone: 文 is a surname too.
    const role = allRoles().find((r) => (r.word.length === 1 ? token === r.word : token.startsWith(r.word)))
    if (role) {
      known = true
      writing = role.writes
      half = ''
      token = token.slice(role.word.length)
      if (token === '') continue
    }
    const tail = allRoles().find((r) => !r.writes && token.length > r.word.length + 1 && token.endsWith(r.word))
    if (tail) continue
    if (i + 2 === tokens.length && ['摄', '图', '摄影'].includes(tokens[i + 1]!)) continue
    if (!han(token)) {
      if (!known) return []
      half = ''
      continue
    }
    if (token.length === 1) {
      if (half) {
        if (writing) names.push(half + token)
        half = ''
      } else half = token
      continue
    }
    half = ''
    if (writing) names.push(...apart(token))
  }
  return [...new Set(names.filter((name) => known || looksLikeName(name)))]
}

/** Tokens between spaces, commas and brackets. `张三/文` becomes `文 张三`, `李四/图` is dropped; `文/图` alone is a role. */
function divide(credit: string): string[] {
  return credit
    .replace(/(\p{Script=Han}{2,4})\/(?:图|摄)(?!\/)/gu, ' ')
    .replace(/(\p{Script=Han}{2,4})\/文(?!\/)/gu, ' 文 $1 ')
    .replace(/(文\/图|图\/文)/g, ' $1 ')
    .split(/[\s　:：、,，;；()（）【】[\]丨|＼\\。]+/u)
    .filter((token) => token !== '')
}

function apart(token: string): string[] {
  if (token.includes('·') || token.length < 4) return [token]
  if (token.length === 4 && !words.compoundSurnames.names.includes(token.slice(0, 2)))
    return [token.slice(0, 2), token.slice(2)]
  if (token.length === 6) return [token.slice(0, 3), token.slice(3)]
  return token.length > 6 ? [] : [token]
}

const looksLikeName = (token: string): boolean => token.includes('·') || (token.length >= 2 && token.length <= 4)

let editorLabels: readonly string[] | undefined

/**
 * Editors by label (`责编:翟某 编审:陈某`). A label may be empty (`【责编:】`) or its bracket unclosed (`【审核:焦某`): the value is
 * then an empty string or what follows.
 */
export function readEditors(lines: readonly string[]): Record<string, string> {
  const editors: Record<string, string> = {}
  editorLabels ??= byLength(words.editorRoles.words)
  const labels = editorLabels
  for (const raw of lines) {
    const line = raw.replace(/(\p{Script=Han}) (?=\p{Script=Han}\s?[:：丨|])/gu, '$1')
    const found: { label: string; at: number; end: number }[] = []
    for (let i = 0; i < line.length; i++) {
      if (!':：丨|'.includes(line[i]!)) continue
      const stop = line[i - 1] === ' ' ? i - 1 : i
      const label = labels.find((l) => line.endsWith(l, stop))
      if (label) found.push({ label, at: stop - label.length, end: i + 1 })
    }
    found.forEach((f, i) => {
      const value = line.slice(f.end, found[i + 1]?.at ?? line.length).replace(/[\s【】[\]()（）;；,，。]+/gu, ' ')
      const name = value.trim().replace(/^(\p{Script=Han}) (\p{Script=Han})$/u, '$1$2')
      if (!(f.label in editors) || editors[f.label] === '') editors[f.label] = name
    })
  }
  return editors
}

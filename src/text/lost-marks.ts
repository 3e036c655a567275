import { Edits, type StepOutcome } from './edits'

/** Marks that a spinner's comma stands before (noise 1.5). */
const marks = '，,、。；;！!？?'
/** A space stood after these, and became a question mark (noise 1.7). */
const beforeLostSpace = ['讯', '訊', '电', '電', '记者', '記者', '通讯员', '通訊員', '作者', '编辑', '編輯']
/** Tags whose first character was eaten with a lost byte (noise 1.4c). */
const eatenTags = ['/p>', '/div>', '/td>', 'br>', 'br/>', 'br />', '/span>', '/strong>', '/font>', '/b>', 'p>']

const isHan = (unit: number) => unit >= 0x3400 && unit < 0xa000
const isComma = (c: string | undefined) => c === ',' || c === '，'

/**
 * Small repairs after the bytes have been read again: commas put before other punctuation (`28日,,市委书记`), question
 * marks that were no-break or ideographic spaces (`本报讯?自7月1日`, `????本报记者`), tags that lost their first
 * character (`。”/p>`).
 */
export const repairMarks = (text: string): StepOutcome | null => {
  const edits = new Edits()
  let lineStart = true
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (isComma(c) && marks.includes(text[i + 1] ?? ' ')) edits.remove(i, i + 1)
    else if (c === '?') {
      let end = i + 1
      while (text[end] === '?') end++
      const next = text.charCodeAt(end)
      if (lineStart && end < text.length && next !== 0x0a) edits.remove(i, end)
      else if (
        end === i + 1 &&
        beforeLostSpace.some((word) => text.endsWith(word, i)) &&
        (isHan(next) || (next >= 0x30 && next <= 0x39))
      )
        edits.replace(i, end, ' ')
      else if ('。；，、'.includes(text[i - 1] ?? ' ') || (text[i - 1] === '”' && text[i - 2] === '。'))
        edits.remove(i, end)
      i = end - 1
    } else if (c === '>' && i > 0) {
      const tag = eatenTags.find((tag) => text.endsWith(tag, i + 1))
      if (tag !== undefined && text[i - tag.length] !== '<' && i + 1 - tag.length >= edits.end) {
        const start = i + 1 - tag.length
        edits.replace(
          text[start - 1] === '?' && start - 1 >= edits.end ? start - 1 : start,
          i + 1,
          tag.startsWith('/p') || tag.startsWith('/d') || tag.startsWith('br') ? '\n' : '',
        )
      }
    }
    if (c === '\n') lineStart = true
    else if (c !== ' ' && c !== '\u3000' && c !== '\u00a0' && c !== '?') lineStart = false
  }
  return edits.apply(text)
}

import { simplifyClass, simplifyTable } from './simplify-table'

/** Which of the two scripts a text is written in. */
export type Script = 'hans' | 'hant' | 'mixed'

/** Below this share of one script's own characters they are quotations, names or slips, not the script of the text. */
const slipShare = 0.05

/**
 * Judges the script from the characters that exist in one script only. Text without any is `hans`: nothing
 * in it would be converted. Up to 5 % of the other script's characters are taken for names and slips.
 */
export const judgeScript = (text: string): Script => {
  const { classes } = simplifyTable()
  let traditional = 0
  let simplified = 0
  for (let i = 0; i < text.length; i++) {
    const cls = classes[text.charCodeAt(i)]!
    if ((cls & simplifyClass.traditionalOnly) !== 0) traditional++
    else if ((cls & simplifyClass.simplifiedOnly) !== 0) simplified++
  }
  if (traditional <= slipShare * (traditional + simplified)) return 'hans'
  return simplified <= slipShare * (traditional + simplified) ? 'hant' : 'mixed'
}

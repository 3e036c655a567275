/**
 * Han characters and digits only, simplified characters expected: what two copies of a report still share after
 * punctuation, quotation marks, spaces and line breaks were changed on the way. For reprint hashing and for comparing
 * names; lengths and positions do not carry over.
 *
 * @example foldForComparison('“五星”支部, 10 个') // => '五星支部10个'
 */
export const foldForComparison = (text: string): string => text.replace(dropped, '')

const dropped = /[^\p{Script=Han}0-9]+/gu

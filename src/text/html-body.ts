import data from '../../data/text/html.json' with { type: 'json' }
import type { HtmlElement, HtmlTree } from './html-tree'

/** Han characters outside links that an article has at least. */
const leastText = 30

const bodyNames: ReadonlySet<string> = new Set(data.bodies.names)
const bodyRank = new Map(data.bodies.words.map((word, i) => [word, i]))
const bodyElements: ReadonlySet<string> = new Set(data.bodies.element)
/** The words from here on are so common that an element must also hold most of the page's running text. */
const firstCommonWord = data.bodies.words.indexOf('article')

const isArticle = (element: HtmlElement) =>
  !element.dropped && element.text >= leastText && element.linked <= element.text

/**
 * The element that holds the article. First the containers that publishing systems name (TRS_Editor, UCAP-CONTENT,
 * vsb_content …), in the order of the list, the largest of a kind; then `article` and `main`; then the densest
 * element: the one whose own paragraphs have the most commas and full stops. Null where no element has enough text.
 */
export const findBody = ({ elements }: HtmlTree): HtmlElement | null => {
  let marks = 0
  for (const element of elements) if (element.parent === null) marks += element.marks
  let best: HtmlElement | null = null
  let bestRank = Number.POSITIVE_INFINITY
  for (const element of elements) {
    if (!isArticle(element)) continue
    let rank = bodyNames.has(element.name) ? -1 : Number.POSITIVE_INFINITY
    for (const word of element.words) rank = Math.min(rank, bodyRank.get(word) ?? Number.POSITIVE_INFINITY)
    if (bodyElements.has(element.name)) rank = Math.min(rank, firstCommonWord)
    if (rank >= firstCommonWord && element.marks * 2 < marks) continue
    if (
      rank < bestRank ||
      (rank === bestRank && best !== null && element.text > best.text && rank < Number.POSITIVE_INFINITY)
    ) {
      best = element
      bestRank = rank
    }
  }
  return best !== null && bestRank < Number.POSITIVE_INFINITY ? best : densest(elements)
}

/** Paragraphs vote for their parent with their commas and full stops, for its parent with a third of them. */
const densest = (elements: readonly HtmlElement[]): HtmlElement | null => {
  const votes = new Map<HtmlElement, number>()
  for (const element of elements) {
    if (element.dropped || element.marks === 0 || element.linked > element.text) continue
    const isParagraph =
      element.name === 'p' || element.name === 'div' || element.name === 'section' || element.name === 'td'
    if (!isParagraph || element.parent === null) continue
    const own = element.name === 'p' ? element.marks : ownMarks(element, elements)
    if (own === 0) continue
    const { parent } = element
    votes.set(element, (votes.get(element) ?? 0) + (element.name === 'p' ? 0 : own))
    votes.set(parent, (votes.get(parent) ?? 0) + own)
    if (parent.parent !== null) votes.set(parent.parent, (votes.get(parent.parent) ?? 0) + own / 3)
  }
  let best: HtmlElement | null = null
  for (const [element, vote] of votes)
    if (isArticle(element) && (best === null || vote > votes.get(best)!)) best = element
  return best
}

const children = new WeakMap<readonly HtmlElement[], Map<HtmlElement, number>>()

/** Marks of an element that stand in no child element. */
const ownMarks = (element: HtmlElement, elements: readonly HtmlElement[]): number => {
  let sums = children.get(elements)
  if (sums === undefined) {
    sums = new Map()
    for (const { parent, marks, dropped } of elements)
      if (parent !== null && !dropped) sums.set(parent, (sums.get(parent) ?? 0) + marks)
    children.set(elements, sums)
  }
  return element.marks - (sums.get(element) ?? 0)
}

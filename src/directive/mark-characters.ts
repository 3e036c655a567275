/** What follows a verb of plain speaking, or a noun used as one (部署，要…), where it reports speech: a mark, a quotation, an opener, 三点. */
export const MARKS: ReadonlySet<number> = new Set(
  [...'，：。、“「‘,:；;\n "要必应务须不各一二两三四五六七八九几了'].map((c) => c.charCodeAt(0)),
)

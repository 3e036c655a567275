/** Thirds of a label that each category has earned in one directive. Reused from call to call. */
export class ScoreBoard {
  /** Category ids: those of the cue lists, then those that only mentions bring. */
  readonly categories: string[]
  private readonly fixed: number
  private readonly numbers: Map<string, number>
  private readonly total: number[]
  private readonly greatest: number[]
  private touched: number[] = []

  constructor(categories: readonly string[]) {
    this.categories = [...categories]
    this.fixed = categories.length
    this.numbers = new Map(categories.map((category, number) => [category, number]))
    this.total = categories.map(() => 0)
    this.greatest = categories.map(() => 0)
  }

  clear() {
    for (const c of this.touched) this.total[c] = this.greatest[c] = 0
    this.touched = []
    if (this.categories.length > this.fixed) for (const c of this.categories.splice(this.fixed)) this.numbers.delete(c)
  }

  numberOf(category: string): number {
    let number = this.numbers.get(category)
    if (number === undefined) {
      number = this.categories.push(category) - 1
      this.numbers.set(category, number)
      this.total[number] = this.greatest[number] = 0
    }
    return number
  }

  /** @param gain what the reason adds: less than its `weight` where its wording has counted before */
  add(category: number, weight: number, gain: number) {
    if (this.total[category] === 0) this.touched.push(category)
    this.total[category]! += gain
    if (weight > this.greatest[category]!) this.greatest[category] = weight
  }

  totalOf(category: number): number {
    return this.total[category]!
  }

  /** Categories with at least `enough`, of which one reason weighs at least `reason`; the most first, ties in scheme order. */
  earned(enough: number, reason: number): number[] {
    const given: number[] = []
    for (const c of this.touched) if (this.total[c]! >= enough && this.greatest[c]! >= reason) given.push(c)
    return given.length < 2 ? given : given.sort((a, b) => this.total[b]! - this.total[a]! || a - b)
  }
}

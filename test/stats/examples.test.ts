import { describe, expect, it } from 'vitest'
import { readCards } from '../../scripts/measures'
import * as stats from '../../src/stats/index'
import { printedDifference } from './printed-value'

/** One expression with the value its comment prints; lines before it without a value set it up. */
interface Example {
  readonly setup: string
  readonly expression: string
  readonly printed: string
}

function examplesOf(text: string): Example[] {
  const examples: Example[] = []
  let setup: string[] = []
  for (const line of text.replaceAll('\n// =>', ' // =>').split('\n')) {
    const [code, printed] = line.split(' // => ')
    if (printed === undefined) setup.push(line)
    else examples.push({ setup: setup.join('\n'), expression: code!, printed })
    if (line === '') setup = []
  }
  return examples
}

function evaluated({ setup, expression }: Example): unknown {
  const names = Object.keys(stats)
  return new Function(...names, `${setup}\nreturn (${expression})`)(...Object.values(stats))
}

const cards = await readCards()

describe('examples of the measure cards', () => {
  it.each(cards.map((card) => [card.name, card] as const))('%s', (name, card) => {
    const examples = examplesOf(card.example)
    expect(examples.length, `${name} has no example with a printed value`).toBeGreaterThan(0)
    for (const example of examples) {
      expect(example.setup + example.expression).toContain(name)
      expect(printedDifference(evaluated(example), example.printed), example.expression).toBeNull()
    }
  })
})

describe('reading printed values', () => {
  const cases: [unknown, string, boolean][] = [
    [1.2345, '1.23', true],
    [1.2351, '1.23', false],
    [-0.5, '-0.5', true],
    [4.0932e-9, '4.093e-9', true],
    [4.1e-9, '4.093e-9', false],
    [3, '3', true],
    [3.0001, '3', false],
    [null, 'null', true],
    [0, 'null', false],
    [Infinity, 'Infinity', true],
    [{ a: [1, { b: '2024-01-02' }] }, "{ a: [1, { b: '2024-01-02' }] }", true],
    [{ a: [1, { b: '2024-01-03' }] }, "{ a: [1, { b: '2024-01-02' }] }", false],
    [{ a: 1, b: 2 }, '{ a: 1 }', false],
    [{ a: 1 }, '{ a: 1, b: null }', false],
    [[1, 2], '[1]', false],
  ]
  it.each(cases)('%j printed as %s: %s', (got, printed, equal) => {
    expect(printedDifference(got, printed) === null).toBe(equal)
  })
})

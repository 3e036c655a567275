import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type OracleCase, runCase } from '../../scripts/oracle.mjs'
import * as stats from '../../src/stats/index'

const root = fileURLToPath(new URL('../..', import.meta.url))

function readCases(file: string): Map<string, OracleCase[]> {
  const { cases } = JSON.parse(readFileSync(file, 'utf8')) as { cases: OracleCase[] }
  const byStat = new Map<string, OracleCase[]>()
  for (const one of cases) byStat.set(one.stat, [...(byStat.get(one.stat) ?? []), one])
  return byStat
}

function runAll(file: string): void {
  for (const [stat, cases] of readCases(file)) {
    it(`${stat}: ${cases.length} cases`, () => {
      const wrong = cases.flatMap((one) => runCase(stats, one).map((what) => `${one.id} ${one.edge ?? ''} ${what}`))
      expect(wrong).toEqual([])
    })
  }
}

describe('reference values of our own (reference/make.py)', () => {
  runAll(fileURLToPath(new URL('reference/reference.json', import.meta.url)))
})

const shared = process.env['TIFA_SHARED'] ?? join(root, '..', 'shared')
const oracle = join(shared, 'oracle', 'oracle.json')

describe('the oracle file', () => {
  if (existsSync(oracle)) runAll(oracle)
  else it.skip('is not there: set TIFA_SHARED to the folder that holds oracle/oracle.json')
})

import { describe, expect, it } from 'vitest'
import { groupNamed } from '../../src/analysis/group-named'
import { keyness } from '../../src/analysis/index'
import { buildStudy } from '../observation/build-study'

const PLACES = ['甲省/乙市', '甲省/丙市', '丁省/乙市/戊县', '丁省/丙市', '乙市镇']
describe('a group by name', () => {
  it.each([
    ['甲省/丙市', '甲省/丙市'],
    ['乙市', '甲省/乙市'],
    ['戊县', '丁省/乙市/戊县'],
    ['乙市/戊县', '丁省/乙市/戊县'],
    ['乙市镇', '乙市镇'],
  ])('%s means %s', (name, meant) => expect(groupNamed(name, PLACES, 'target', 'place')).toBe(meant))
  it('a leader by name alone', () => {
    expect(groupNamed('赵明', ['赵明@110000', '赵明远@110000'], 'target', 'leader')).toBe('赵明@110000')
  })
  it.each([
    ['丙市', 'target must be a value of place; got "丙市", which can mean 甲省/丙市, 丁省/丙市'],
    ['己市', `target must be a value of place; got "己市", the study has ${PLACES.join(', ')}`],
    ['市', `target must be a value of place; got "市", the study has ${PLACES.join(', ')}`],
  ])('%s: %s', (name, message) => expect(() => groupNamed(name, PLACES, 'target', 'place')).toThrow(message))
})

it('keyness takes the last part of a place for the place, and records it in full', () => {
  const study = buildStudy(
    Array.from({ length: 12 }, (_, i) => ({
      id: `r${i}`,
      date: '2024-01-05',
      place: ['甲省', i % 3 ? '乙市' : '丙市'] as [string, string],
      directives: [{ mentions: i % 3 ? ['新提法'] : [] }],
    })),
  )
  const named = (target: string) => keyness(study, { by: 'city', target, reference: '丙市' })
  expect(named('乙市').rows).toEqual(named('甲省/乙市').rows)
  expect(named('乙市').method.notes).toEqual(['target: 甲省/乙市; reference: 甲省/丙市'])
})

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { labelsOf } from '../../src/vocabulary/concept'
import { findConcepts } from '../../src/vocabulary/find-concepts'
import { fold } from '../../src/vocabulary/label-form'
import { conceptSchema } from '../../src/vocabulary/schema'
import { bundled, index, written } from './bundled'

const counted = (text: string, id: string) =>
  findConcepts(text, bundled).filter((m) => m.concept.id === id && m.shadowedBy === null)

describe('content of the bundled vocabulary', () => {
  it.each(written.map(({ file, concept }) => [concept.id, file, concept] as const))(
    '%s is well formed and stands in the file of its category',
    (_, file, concept) => {
      expect(() => conceptSchema.parse(concept)).not.toThrow()
      const [top, sub] = concept.category.split('.') as [string, string]
      expect(file).toBe(`${top}.json`)
      expect(index.categories[top]?.sub[sub]).toBeDefined()
      expect(concept.gloss).toBeTruthy()
      expect(concept.origin).toBeTruthy()
    },
  )

  it('has no id twice, and no label of two concepts', () => {
    const ids = written.map(({ concept }) => concept.id)
    expect(new Set(ids).size).toBe(ids.length)
    const owner = new Map<string, string>()
    for (const concept of bundled.concepts)
      for (const label of labelsOf(concept)) {
        expect(owner.get(fold(label)) ?? concept.id, label).toBe(concept.id)
        owner.set(fold(label), concept.id)
      }
  })

  it('links only concepts that exist, and replaces both ways', () => {
    const byId = new Map(bundled.concepts.map((c) => [c.id, c]))
    for (const concept of bundled.concepts) {
      const { replaces, replacedBy, partOf, localises, absorbs } = concept
      for (const id of [...replaces, ...replacedBy, ...partOf, ...localises, ...absorbs])
        expect(byId.has(id), `${concept.id} → ${id}`).toBe(true)
      for (const id of replaces) expect(byId.get(id)!.replacedBy).toContain(concept.id)
      for (const id of replacedBy) expect(byId.get(id)!.replaces).toContain(concept.id)
    }
  })

  it('gives a positive example wherever a guard or an ambiguous label is', () => {
    const bare = bundled.concepts.filter((c) => c.guards.length + c.ambiguous.length > 0 && !c.examples.positive.length)
    expect(bare.map((c) => c.id)).toEqual([])
  })

  const examples = bundled.concepts.flatMap((c) => [
    ...c.examples.positive.map((e) => [c.id, true, typeof e === 'string' ? e : e.text] as const),
    ...c.examples.negative.map((e) => [c.id, false, typeof e === 'string' ? e : e.text] as const),
  ])
  it.each(examples)('%s: %s in %s', (id, there, text) => {
    expect(counted(text, id).length > 0).toBe(there)
  })
})

describe('where a short label is part of something else', () => {
  it.each([
    ['加强两新组织党建,推动党建入章', 'liang-xin'],
    ['对群众反映的事项,动态清零问题不过夜', 'dong-tai-qing-ling-zong-fang-zhen'],
    ['把主题教育成果转化为实际行动', 'ke-ji-cheng-guo-zhuan-hua'],
    ['在云溪循环经济产业园察看', 'xun-huan-jing-ji'],
    ['干在实处、走在前列', 'zou-zai-qian-lie'],
    ['青禾产业集聚区', 'chan-ye-ji-qun'],
    ['党的二十大战略部署', 'shi-da-zhan-lve'],
    ['超额完成任务的该村超前谋划', 'cun-ba'],
    ['两不愁三保障', 'san-bao'],
    ['进出口双双过半', 'shuang-guo-ban'],
  ])('%s is no %s', (text, id) => {
    expect(counted(text, id)).toEqual([])
  })

  it.each([
    ['强链补链延链', 'yan-lian-bu-lian-qiang-lian'],
    ['建链、强链、补链、延链', 'yan-lian-bu-lian-qiang-lian'],
    ['绿色化、智能化、高端化', 'gao-duan-hua-zhi-neng-hua-lv-se-hua'],
    ['幸福感、获得感和安全感', 'huo-de-gan-xing-fu-gan-an-quan-gan'],
    ['碳达峰与碳中和', 'shuang-tan'],
    ['坐不住的责任感、等不起的紧迫感', 'deng-bu-qi-man-bu-de-zuo-bu-zhu'],
    ['跑出了项目建设的加速度', 'pao-chu-jia-su-du'],
    ['巩固拓展脱贫攻坚成果与乡村振兴有效衔接', 'gong-gu-tuo-zhan-tuo-pin-gong-jian'],
    ['不发生区域性、系统性金融风险', 'shou-zhu-bu-fa-sheng-xi-tong-xing-feng-xian-di-xian'],
  ])('%s is one mention of %s', (text, id) => {
    expect(counted(text, id)).toHaveLength(1)
  })
})

const shared = process.env['TIFA_SHARED'] ?? '../shared'
const source = join(shared, 'data/slogans.json')

describe.skipIf(!existsSync(source))('against the list it grew from (TIFA_SHARED)', () => {
  const slogans = existsSync(source)
    ? (JSON.parse(readFileSync(source, 'utf8')).slogans as { id: string; prefLabel: string; altLabels: string[] }[])
    : []
  const byId = new Map(bundled.concepts.map((c) => [c.id, c]))

  it('keeps every id and every label', () => {
    const lost = slogans.flatMap((s) => {
      const labels = byId.get(s.id) ? labelsOf(byId.get(s.id)!).map(fold) : []
      return [s.prefLabel, ...s.altLabels].filter((label) => !labels.includes(fold(label))).map((l) => `${s.id} ${l}`)
    })
    expect(lost).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { codeMentions } from '../../src/mention/index'
import { titleRank } from '../../src/mention/speaker-rank'
import { make } from '../vocabulary/make'
import { type MarkedOptions, marked } from './marked-report'

const vocabulary = make(
  { id: 'zsg', prefLabel: '招商选资' },
  { id: 'xsgl', prefLabel: '形式主义、官僚主义', altLabels: ['形式主义', '官僚主义'] },
  { id: 'pttt', prefLabel: '躺平式干部' },
  { id: 'lzdc', prefLabel: '捡到篮子都是菜' },
  { id: 'yq', prefLabel: '疫情防控' },
  { id: 'ys', prefLabel: '营商环境' },
  { id: 'pjj', prefLabel: '拼经济' },
  { id: 'xmjs', prefLabel: '项目建设' },
  { id: 'sanhai', prefLabel: '三海战略' },
  { id: 'liugang', prefLabel: '六港联动' },
  { id: 'gangcheng', prefLabel: '打造现代化港城', altLabels: ['现代化港城'] },
  { id: 'gang', prefLabel: '港城' },
)

/** `id stance(evidence)` of the mentions. */
const stances = (text: string, options: MarkedOptions = {}) => {
  const { report, directives } = marked(text, options)
  return codeMentions(report, directives, vocabulary)
    .map((m) => `${m.concept} ${m.stance ?? 'open'}${m.stanceEvidence ? `(${m.stanceEvidence})` : ''}`)
    .join('; ')
}

describe('narrated outside directives', () => {
  it.each<[string, string]>([
    ['全市推进招商选资。他指出，⟦要抓招商选资。⟧', 'zsg narrated; zsg promoted'],
    ['#杜绝“捡到篮子都是菜”\n正文。', 'lzdc narrated'],
    ['落实省委“三海战略”部署。', 'sanhai narrated'],
  ])('%s', (text, want) => expect(stances(text)).toBe(want))
})

describe('rejected', () => {
  it.each<[string, string, string]>([
    ['⟦要杜绝“捡到篮子都是菜”。⟧', 'lzdc rejected(杜绝)', 'verb of removal'],
    ['⟦不能搞“捡到篮子都是菜”。⟧', 'lzdc rejected(不能)', 'negated modal'],
    ['⟦坚决克服各类形式主义、官僚主义。⟧', 'xsgl rejected(克服)', 'an attribute between'],
    ['⟦力戒形式主义，抓好招商选资。⟧', 'xsgl rejected(力戒); zsg promoted', 'a comma ends it'],
    [
      '⟦杜绝“捡到篮子都是菜”、“躺平式干部”。⟧',
      'lzdc rejected(杜绝); pttt rejected(杜绝)',
      'members of a list in quotation marks',
    ],
    ['⟦破除壁垒、优化营商环境。⟧', 'ys promoted', 'a new verb phrase after 、'],
    ['⟦要克服困难、拼经济。⟧', 'pjj promoted', 'a new verb phrase of another length'],
    ['⟦破除壁垒后抓招商选资。⟧', 'zsg promoted', 'a new step after 后'],
    ['⟦克服困难推进项目建设。⟧', 'xmjs promoted', 'a second verb of doing'],
    ['⟦不要盲目推进项目建设。⟧', 'xmjs rejected(不要)', 'a modal takes the verb along'],
    ['⟦不能以疫情防控为由停工。⟧', 'yq promoted', 'not the object'],
    ['⟦不能在项目建设上松劲。⟧', 'xmjs promoted', 'not the object'],
    ['⟦没有平台就不可能有招商选资。⟧', 'zsg promoted', 'ability is no refusal'],
    ['⟦看能不能把招商选资抓实。⟧', 'zsg promoted', 'nor a question'],
    [
      '⟦杜绝“躺平式干部”“捡到篮子都是菜”。⟧',
      'pttt rejected(杜绝); lzdc rejected(杜绝)',
      'members without a mark between',
    ],
    ['⟦弘扬“克服万难”“拼经济”精神。⟧', 'pjj promoted', 'a word inside another quotation'],
    ['⟦不能放松疫情防控。⟧', 'yq promoted', 'a double negative'],
    ['⟦严防干扰营商环境。⟧', 'ys promoted', 'harm to it is prevented'],
    ['⟦防止影响项目建设的营商环境。⟧', 'xmjs promoted; ys promoted', 'both'],
    ['⟦要抓招商选资，杜绝“捡到篮子都是菜”。⟧', 'zsg promoted; lzdc rejected(杜绝)', 'only behind it'],
    ['⟦招商选资要杜绝浪费。⟧', 'zsg promoted', 'before it'],
    ['⟦坚决杜绝在工作中还存在的各种各样大大小小的形式主义。⟧', 'xsgl promoted', 'too far to be sure'],
    ['杜绝⟦形式主义。⟧', 'xsgl promoted', 'a word outside the directive'],
  ])('%s → %s (%s)', (text, want) => expect(stances(text)).toBe(want))
})

describe('relayed', () => {
  const city = { speaker: '市委书记' }
  const county = { speaker: '县委副书记、县长' }
  it.each<[string, MarkedOptions, string]>([
    ['⟦落实省委“三海战略”。⟧', city, 'sanhai relayed(省委)'],
    ['⟦落实省委、省政府“三海战略”部署。⟧', city, 'sanhai relayed(省委、省政府)'],
    ['⟦落实省委“三海战略”、市委“六港联动”部署。⟧', city, 'sanhai relayed(省委); liugang promoted'],
    ['⟦落实省委“三海战略”、市委“六港联动”部署。⟧', county, 'sanhai relayed(省委); liugang relayed(市委)'],
    [
      '⟦落实省委实施“三海战略”、推进“六港联动”和市委打造现代化港城的要求。⟧',
      county,
      'sanhai relayed(省委); liugang relayed(省委); gangcheng relayed(市委); gang relayed(市委)',
    ],
    ['⟦落实省委三海战略、六港联动。⟧', city, 'sanhai relayed(省委); liugang relayed(省委)'],
    ['⟦落实省委提出的“三海战略”。⟧', city, 'sanhai relayed(省委)'],
    ['⟦落实党中央关于疫情防控的部署。⟧', { speaker: '省委书记' }, 'yq relayed(党中央)'],
    ['⟦落实省委打造“六港联动”部署。⟧', city, 'liugang relayed(省委)'],
    ['⟦省委推进项目建设，我们要跟上。⟧', city, 'xmjs promoted'],
    ['⟦认真落实省委推进项目建设的意见。⟧', city, 'xmjs relayed(省委)'],
    ['⟦省委关于项目建设的意见要落实。⟧', city, 'xmjs relayed(省委)'],
    ['⟦配合省委疫情防控工作专班。⟧', city, 'yq promoted'],
    ['⟦配合省委项目建设专班。⟧', city, 'xmjs promoted'],
    ['⟦落实省委“三海战略”。⟧', { speaker: '省委书记' }, 'sanhai promoted'],
    ['⟦落实县委“三海战略”。⟧', city, 'sanhai promoted'],
    ['⟦按照省委部署抓好招商选资。⟧', city, 'zsg promoted'],
    ['⟦贯彻省委全会精神，实施“三海战略”。⟧', city, 'sanhai promoted'],
    ['⟦国家“三海战略”要落实。⟧', city, 'sanhai relayed(国家)'],
    ['⟦建设国家港城。⟧', city, 'gang promoted'],
    ['⟦省委书记强调要抓招商选资。⟧', city, 'zsg promoted'],
    ['⟦落实中央和省委、市委关于疫情防控的部署。⟧', city, 'yq relayed(中央和省委、市委)'],
  ])('%s (%o) → %s', (text, options, want) => expect(stances(text, options)).toBe(want))

  it('a parent’s stance holds for what is nested in it', () => {
    expect(stances('⟦落实省委“打造现代化港城”部署。⟧', county)).toBe('gangcheng relayed(省委); gang relayed(省委)')
    expect(stances('⟦杜绝“打造现代化港城”。⟧', county)).toBe('gangcheng rejected(杜绝); gang rejected(杜绝)')
  })

  it('names whom it is relayed from', () => {
    const { report, directives } = marked('⟦落实省委“三海战略”。⟧')
    expect(codeMentions(report, directives, vocabulary)[0]).toMatchObject({ stance: 'relayed', relayedFrom: '省委' })
  })

  describe('the speaker’s rank where no title says it', () => {
    const meeting = { speaker: null, sourceType: 'meeting' } as const
    const person = (title: string, attendee = false) => ({ name: '某乙', title, attendee, first: { start: 0, end: 2 } })
    it.each<[string, MarkedOptions, string]>([
      ['unknown, provincial owner', meeting, 'sanhai relayed(省委); liugang open(市委)'],
      ['by who is present', { ...meeting, people: [person('区长')] }, 'sanhai relayed(省委); liugang relayed(市委)'],
      [
        'not by who only attends',
        { ...meeting, people: [person('区长', true)] },
        'sanhai relayed(省委); liugang open(市委)',
      ],
      ['by the county', { ...meeting, row: { county: '某县' } }, 'sanhai relayed(省委); liugang relayed(市委)'],
      ['by the city', { ...meeting, row: { city: '某市' } }, 'sanhai relayed(省委); liugang promoted'],
    ])('%s', (_, options, want) => expect(stances('⟦落实省委“三海战略”、市委“六港联动”。⟧', options)).toBe(want))
  })
})

describe('rank of a title', () => {
  it.each<[string | null, number | null]>([
    ['市委书记', 2],
    ['省委常委、市委书记', 2],
    ['市委常委、县委书记', 3],
    ['县委副书记、县长', 3],
    ['区委书记', 3],
    ['自治区党委书记', 1],
    ['自治区主席', 1],
    ['省长', 1],
    ['副省长', 1],
    ['镇党委书记', 4],
    ['州委书记', 2],
    ['国务院总理', 0],
    ['总书记', 0],
    ['局长', null],
    [null, null],
  ])('%s → %s', (title, want) => expect(titleRank(title)).toBe(want))
})

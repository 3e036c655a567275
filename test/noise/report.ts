// Invented reports about invented places and people, in canonical clean form, for tests that need a lot of text.
import { random } from './generate'

const leaders = ['柳清河', '钱小桥', '白石林', '宋云岭', '何月明', '邱长风']
const titles = ['县委书记', '县委副书记、县长', '区委书记', '区长', '市委常委、常务副市长']
const places = ['白石镇', '云岭开发区', '青溪街道', '双塔乡', '月亮湾产业园', '长桥社区党群服务中心', '红叶村']
const objects = ['重点项目建设', '乡村振兴', '安全生产', '基层党建', '招商引资', '养老服务', '防汛备汛', '企业生产经营']
const scenes = [
  '实地察看项目进展情况，与企业负责人深入交流，详细了解生产经营中存在的困难和问题',
  '走进车间、来到田间，认真听取情况介绍，现场协调解决群众反映的突出问题',
  '察看了产品展示区和生产线，询问原材料供应、市场销售、用工保障等情况',
  '边走边看、边听边问，对前一阶段的工作给予充分肯定，并就下一步工作提出要求',
]
const directives = [
  '要坚持项目为王，全力以赴加快工程进度，确保年底前建成投产',
  '要强化要素保障，持续优化营商环境，当好服务企业的“店小二”',
  '要牢固树立以人民为中心的发展思想，把好事办好、实事办实',
  '要压紧压实安全生产责任，深入排查整治风险隐患，坚决守住安全底线',
  '要抢抓政策机遇，围绕主导产业延链补链强链，招引一批高质量项目',
  '要深入学习贯彻上级会议精神，统一思想、凝聚共识，推动各项决策部署落地见效',
  '各级各部门要主动靠前服务，建立问题清单、责任清单，实行销号管理',
  '要传承弘扬优秀传统文化，讲好地方故事，推动文旅融合发展',
  '务必保持“时时放心不下”的责任感，落细落实各项防范措施',
  '要加快数字化转型步伐，培育新质生产力，不断塑造发展新优势',
  '希望广大干部职工再接再厉，为全县经济社会发展作出更大贡献',
  '要聚焦主战场，把力量向一线集中，以钉钉子精神抓落实',
  '要夯实产业基础，让群众的日子越过越幸福',
  '要确保“三保”落实到位，兜牢民生底线',
  '要学习借鉴上海、杭州等地的经验做法',
  '要把资金用在刀刃上，严格执行预算，杜绝“大水漫灌”',
]
const closings = [
  '县领导何月明、邱长风参加活动。',
  '全县各乡镇、县直有关单位主要负责同志参加会议。',
  '当天，调研组一行还来到青溪街道，看望慰问了老党员和困难群众。',
]

/** An invented report: title, three to six paragraphs, one line feed between them. */
export const inventedReport = (seed: number): string => {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[next(list.length)]!
  const leader = pick(leaders)
  const object = pick(objects)
  const paragraphs = Array.from({ length: 2 + next(4) }, () => {
    const said = Array.from({ length: 2 + next(4) }, () => pick(directives))
    const verb = pick(['强调', '指出', '要求'])
    return `在${pick(places)}，${leader}${pick(scenes)}。${pick([leader, '他'])}${verb}，${said.join(pick(['；', '。']))}。`
  })
  const month = 1 + next(12)
  const day = 1 + next(28)
  return [
    `${leader}在调研${object}时强调`,
    `${pick(['本报讯', '云岭融媒讯'])}（记者 钱小桥）${month}月${day}日，${pick(titles)}${leader}深入${pick(places)}、${pick(places)}，调研${object}工作。`,
    ...paragraphs,
    pick(closings),
  ].join('\n')
}

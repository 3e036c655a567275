import { describe, expect, it } from 'vitest'
import { TifaError } from '../../src/error'
import { readPage, readReport } from '../../src/report/index'

const row = (...paragraphs: string[]) => readReport({ text: paragraphs.join('\n') }).row
const kind = (...paragraphs: string[]) => row(...paragraphs).kind

const ORDERS = '他强调，要压实责任、倒排工期，要把群众的事放在心上，要守牢安全底线，确保工程按期完工、群众早日受益。'

describe('reports are kept', () => {
  it.each([
    [
      'a visit',
      ['林知夏调研水利工作', `9月15日，县委书记林知夏到青禾镇调研水利工作，察看了泵站和渠道。${ORDERS}`],
      'leader-report',
    ],
    [
      'a visit without a title',
      [`9月15日，县委书记林知夏到青禾镇调研水利工作，察看了泵站和渠道。${ORDERS}`],
      'leader-report',
    ],
    [
      'a meeting',
      ['全县水利工作会议召开', `9月15日，全县水利工作会议召开。县委书记林知夏出席并讲话。${ORDERS}`],
      'meeting-report',
    ],
    [
      'a meeting that speaks',
      [
        `9月15日，县政府常务会议召开，研究水利建设资金安排。会议强调，要把每一分钱用在刀刃上，要加快前期工作，要加强调度督导，确保年底前完成投资计划。`,
      ],
      'meeting-report',
    ],
    [
      'a visit with talk in it',
      [
        `9月15日，区长顾南来到柳荫街。`,
        `“家里几口人？”“五口。”顾南坐在炕沿上问。`,
        `“今年收成怎么样？”“比去年强！”老汉笑着说。`,
        ORDERS,
      ],
      'leader-report',
    ],
    [
      'no date',
      [`县委书记林知夏日前到青禾镇调研水利工作，察看了泵站和渠道，走访了种粮大户和镇村干部。${ORDERS}`],
      'leader-report',
    ],
    [
      'an order to study a document',
      [`9月15日，县长江一帆主持召开县政府常务会议，审议《青禾县水利工程管理办法》（青政〔2023〕18号）。${ORDERS}`],
      'meeting-report',
    ],
    [
      'a congress reported',
      [
        '县人大代表审议政府工作报告',
        `1月15日，县十八届人大三次会议各代表团审议政府工作报告。县委书记林知夏参加青禾代表团审议。${ORDERS}`,
      ],
      'meeting-report',
    ],
  ] as const)('%s', (_name, paragraphs, expected) => {
    const r = row(...paragraphs)
    expect([r.kind, r.excluded]).toEqual([expected, null])
    expect(r.kindReasons.length).toBeGreaterThan(0)
  })
})

describe('other documents are refused, with a reason (noise 8)', () => {
  it('8.1 novels: by chapter', () => {
    const r = row(
      '第十二章 雨夜',
      '雨下了整整一夜。陈书记站在窗前，一支接一支地抽烟，谁也不知道他在想什么。秘书小周推门进来，把茶放在桌上，又轻轻退了出去。走廊尽头的灯忽明忽暗，像是随时会灭。',
    )
    expect(r.kind).toBe('novel')
    expect(r.excluded).toMatch(/^novel: /)
  })

  it('8.1: a volume of a book in the news is no novel', () => {
    expect(
      row(
        '《松屏县志》第三卷出版发行',
        `9月15日，《松屏县志》第三卷首发式在县图书馆举行，县委书记林知夏出席并讲话。${ORDERS}`,
      ).excluded,
    ).toBeNull()
  })

  it('8.1 novels: by voice, without a chapter', () => {
    expect(
      kind(
        '周县长放下电话，叹了口气，心想这件事怕是瞒不住了。',
        '“书记那边怎么说？”老吴压低声音问道。',
        '周县长冷笑一声，点点头：“他能怎么说，还不是让我们自己收拾。”',
        '老吴愣了一下，皱了皱眉，半天没有说话。窗外的雨越下越大，县委大院里静得出奇，只有传达室的灯还亮着。',
      ),
    ).toBe('novel')
  })

  it('8.1 novels: by the page they stand on', () => {
    expect(
      kind(
        '周县长走进会议室，环视一圈，在主位坐下。会议开了整整一个下午，讨论的是城南那块地怎么处置。散会以后，他把老吴单独留下，又谈了很久，直到天色完全黑下来才离开县委大院，一路上谁也没有再说话。',
        '上一章 返回目录 下一章',
      ),
    ).toBe('novel')
  })

  it('8.2 speeches and texts to copy', () => {
    expect(
      kind(
        '在全县水利工作会议上的讲话',
        '同志们：',
        `今天召开这次会议，主要任务是总结经验、部署工作。下面我讲三点意见。一要提高认识，二要突出重点，三要强化保障，确保各项任务落到实处，向县委和全县人民交一份满意的答卷。`,
      ),
    ).toBe('template')
    expect(
      kind(
        'XX市委书记在全市项目建设推进会上强调，要以项目为抓手。××县、××区主要负责同志参加会议。',
        '会议要求，各级各部门要提高认识、强化措施、狠抓落实，确保全年目标任务圆满完成，为XX市高质量发展作出新的更大贡献。',
      ),
    ).toBe('template')
    expect(
      kind(
        '乡镇党委书记述职述廉报告范文',
        '一年来，本人认真学习、勤奋工作，带领班子成员完成了各项目标任务。现将有关情况报告如下，请予评议。以下是为大家整理的三篇，供大家参考。本人始终坚持学习第一、实干第一、廉洁第一，不断提高自身素质和履职能力。',
      ),
    ).toBe('template')
  })

  it('8.3 policy documents', () => {
    expect(
      kind(
        '青禾县人民政府关于印发水利工程管理办法的通知',
        '青政〔2023〕18号',
        '各镇人民政府，县直各部门：',
        '《青禾县水利工程管理办法》已经县政府同意，现印发给你们，请认真组织实施。各镇、各部门要高度重视、精心组织，结合实际抓好贯彻落实，工作中遇到的问题要及时报告。',
      ),
    ).toBe('policy-text')
    expect(
      kind(
        '青禾县水利工程管理办法',
        '第一条 为加强水利工程管理，保障工程安全运行，根据有关法律法规，结合本县实际，制定本办法。',
        '第二条 本县行政区域内水利工程的管理适用本办法。',
        '第三条 水利工程管理应当坚持统一管理与分级负责相结合的原则。',
      ),
    ).toBe('policy-text')
  })

  it('8.4 government work reports', () => {
    expect(
      kind(
        '政府工作报告',
        '各位代表：',
        '现在，我代表县人民政府，向大会报告工作，请予审议。过去的一年，我们坚持稳字当头、稳中求进，地区生产总值增长百分之六点五，城乡居民收入稳步提高，各项事业取得新的进步，较好完成了年度目标任务。',
      ),
    ).toBe('work-report')
  })

  it('8.5 commentary, interviews', () => {
    const opinion =
      '水利是农业的命脉。一段时间以来，一些地方重建轻管，渠道年久失修，群众意见很大。说到底，是责任没有压实，是作风不够扎实。抓住冬闲把水利修好，既是为民办实事，也是检验干部作风的一把尺子，容不得半点马虎。'
    expect(kind('时评丨水利要修到群众心坎上', opinion)).toBe('commentary')
    expect(kind('冬闲正是修水利', '□ 本报评论员', opinion)).toBe('commentary')
    expect(
      kind(
        '县水利局局长谈冬修水利',
        '问：今年冬修水利有哪些重点？',
        '答：今年的重点是清淤和防渗，一共安排了四十二处工程，目前已经开工三十一处。',
        '问：资金怎么保障？',
        '答：县里统筹了三千万元，镇村自筹一部分，群众投工投劳一部分，缺口不大。',
      ),
    ).toBe('commentary')
  })

  it('8.6 patterns written for any place', () => {
    expect(
      kind(
        '书记调研乡村振兴工作',
        '一、提高站位，深化认识',
        '乡村振兴是一项系统工程，必须统筹推进、久久为功，各级领导干部务必高度重视，切实增强责任感。',
        '二、突出重点，精准发力',
        '产业是根本，人才是关键，必须坚持问题导向、目标导向、结果导向，不断提升发展质量。',
        '三、加强领导，狠抓落实',
        '各部门要各司其职、密切配合，形成工作合力。',
      ),
    ).toBe('template')
  })

  it('8.7 stubs', () => {
    expect(row('要闻', '更多')).toMatchObject({
      kind: 'stub',
      excluded: expect.stringMatching(/^stub: \d+ characters$/),
    })
    expect(kind('')).toBe('stub')
  })

  it('news in which nobody in office acts', () => {
    expect(
      kind(
        '一场秋雨过后，青禾镇的稻田换上了金黄的颜色。种粮大户老孟开着收割机下了田，十亩稻谷不到一上午就收完了。他说，今年雨水匀、病虫少，亩产比去年多了八十斤，粮价也不错，算下来一家人能多挣三万多块，正盘算着给儿子翻修新房。',
      ),
    ).toBe('other')
  })
})

describe('the caller chooses kinds', () => {
  const work = { text: `政府工作报告\n各位代表：\n${'现在，我代表县人民政府，向大会报告工作，请予审议。'.repeat(6)}` }
  it('keeps what is asked for', () => {
    expect(readReport(work).row.excluded).toMatch(/^work-report/)
    expect(readReport(work, { kinds: ['work-report'] }).row.excluded).toBeNull()
    expect(readReport(work, { kinds: 'any' }).row.excluded).toBeNull()
  })
  it('refuses unknown kinds', () => {
    expect(() => readReport(work, { kinds: ['leaders' as never] })).toThrow(TifaError)
  })
})

describe('several reports on one page (noise 2.15)', () => {
  const first = `本报讯（记者 江雨）9月15日，县委书记林知夏到青禾镇调研水利工作，察看了泵站和渠道，走访了种粮大户。${ORDERS}`
  const again = `又讯（记者 白晓禾）9月16日，县长江一帆主持召开防汛会议，听取各镇汇报，安排值班值守。${ORDERS}`
  const second = `本报讯（记者 白晓禾）9月16日，县长江一帆主持召开防汛会议，听取各镇汇报，安排值班值守。${ORDERS}`

  it('reads them apart, spans still counting in the page', () => {
    const text = `林知夏调研水利工作\n${first}\n${again}`
    const [a, b, ...rest] = readPage({ path: 'p.txt', text })
    expect(rest).toEqual([])
    expect(a!.row).toMatchObject({
      id: 'p.txt',
      title: '林知夏调研水利工作',
      eventStart: 'XXXX-09-15',
      kind: 'leader-report',
      authors: ['江雨'],
    })
    expect(b!.row).toMatchObject({
      id: 'p.txt~2',
      title: null,
      eventStart: 'XXXX-09-16',
      kind: 'meeting-report',
      authors: ['白晓禾'],
      outlet: null,
    })
    for (const report of [a!, b!]) {
      expect(report.row.issues).toMatchObject([{ code: 'several-reports' }])
      for (const p of report.paragraphs) {
        const span = report.clean.map.toSource(p.start, p.end)
        expect(report.source.slice(span.start, span.end)).toBe(report.clean.text.slice(p.start, p.end))
      }
    }
  })

  it('divides at a repeated dateline and gives each its title', () => {
    const [a, b] = readPage({ text: `林知夏调研水利工作\n${first}\n江一帆主持召开防汛会议\n${second}` })
    expect(a!.row.title).toBe('林知夏调研水利工作')
    expect(b!.row.title).toBe('江一帆主持召开防汛会议')
    expect(a!.clean.text).not.toContain('防汛')
  })

  it('reads them as one, with an issue, where one row is wanted', () => {
    expect(readReport({ text: `${first}\n${again}` }).row.issues).toMatchObject([
      { code: 'several-reports', severity: 'warning' },
    ])
  })

  it('leaves one report whole', () => {
    const text = `林知夏调研水利工作\n${first}\n群众奔走相告，好消息传遍全镇。`
    expect(readPage({ text })).toHaveLength(1)
    expect(readPage({ text })[0]!.row).toEqual(readReport({ text }).row)
  })
})

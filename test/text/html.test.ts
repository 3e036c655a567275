import fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { cleanText } from '../../src/text'
import { entityAt } from '../../src/text/html-entity'
import { scanHtml } from '../../src/text/html-scan'

const paragraph = '3月4日，县委书记柳清河深入白石镇调研重点项目建设，强调要坚持&ldquo;项目为王&rdquo;，加快工程进度。'
const second = '柳清河指出，要强化要素保障，<b>优化</b>营商环境，推动项目早开工、早投产、早见效，确保完成全年任务。'
const wanted = [
  '3月4日，县委书记柳清河深入白石镇调研重点项目建设，强调要坚持“项目为王”，加快工程进度。',
  '柳清河指出，要强化要素保障，优化营商环境，推动项目早开工、早投产、早见效，确保完成全年任务。',
]

const page = (body: string, head = '') => `<!DOCTYPE html><html><head><meta charset="utf-8">${head}
<title>柳清河调研重点项目_云岭县人民政府</title><style>p > a { color: red }</style><script>if (a < b) document.write("<p>不是正文，不是正文。</p>")</script></head>
<body><div class="nav"><a href="/">首页</a><a href="/a.html">新闻中心</a></div>
<div class="list"><ul><li><a href="/1.html">云岭县召开春耕生产会议，部署春耕工作。</a></li><li><a href="/2.html">双塔乡举办文化节。</a></li></ul></div>
${body}
<div class="footer">主办：云岭县人民政府办公室 滇ICP备00000001号</div></body></html>`

const paragraphs = `<p style="text-indent:2em">　　${paragraph}</p>\n<p>&emsp;&emsp;${second}</p>`

describe('main text of a page', () => {
  it.each([
    [
      'TRS',
      `<h1>柳清河调研重点项目</h1><div class="view TRS_UEDITOR trs_paper_default"><div class=TRS_Editor>${paragraphs}</div></div>`,
    ],
    ['Custom_UnionStyle', `<h1>柳清河调研重点项目</h1><div class="Custom_UnionStyle">${paragraphs}</div>`],
    ['UCAP', `<h1>柳清河调研重点项目</h1><div id="UCAP-CONTENT"><UCAPCONTENT>${paragraphs}</UCAPCONTENT></div>`],
    [
      'Visual SiteBuilder',
      `<h1>柳清河调研重点项目</h1><div id="vsb_content_2"><div id='vsb_content'>${paragraphs}</div></div>`,
    ],
    ['zoom', `<h1>柳清河调研重点项目</h1><div id="zoom">${paragraphs}</div>`],
    ['article element', `<article><h1>柳清河调研重点项目</h1>${paragraphs}</article>`],
    ['no names at all', `<div><div><h1>柳清河调研重点项目</h1></div><div>${paragraphs}</div></div>`],
    [
      'line breaks instead of paragraphs',
      `<h1>柳清河调研重点项目</h1><div class="content">　　${paragraph}<br>\n<br/>　　${second}<br></div>`,
    ],
    ['layout table', `<table><tr><td><h1>柳清河调研重点项目</h1></td></tr><tr><td>${paragraphs}</td></tr></table>`],
    ['headline in a class', `<div class="title">柳清河调研重点项目</div><div class="TRS_Editor">${paragraphs}</div>`],
  ])('%s', (_, body) => {
    const { text } = cleanText(page(body), { html: true })
    expect(text.split('\n')).toEqual(['柳清河调研重点项目', ...wanted])
  })

  it('reads page data and keeps the line of date and source as furniture', () => {
    const source = page(
      `<h1>柳清河调研<br>重点项目</h1><div>日期：2021-03-04&nbsp;&nbsp;来源：云岭日报</div><div class="TRS_Editor">${paragraphs}</div>`,
      '<meta name="ArticleTitle" content="柳清河调研重点项目"><meta name="PubDate" content="2021-03-04 08:15"/><META content="云岭日报" name="ContentSource">',
    )
    const { html, furniture, text } = cleanText(source, { html: true })
    expect(html).toEqual({ title: '柳清河调研重点项目', published: '2021-03-04 08:15', source: '云岭日报' })
    expect(furniture.map((piece) => piece.text)).toEqual(['日期：2021-03-04 来源：云岭日报'])
    expect(text.startsWith('柳清河调研\n重点项目\n3月4日')).toBe(true)
  })

  it('cuts spans out of the HTML source', () => {
    const source = page(
      `<div class="TRS_Editor"><p>要堅持&#38917;(xi&agrave;ng)目為王，全力以赴加快工程進度，確保年底前建成投產，為全縣發展作出貢獻。</p></div>`,
    )
    const { text, map } = cleanText(source, { html: true })
    const at = text.indexOf('项目为王')
    const { start, end } = map.toSource(at, at + 4)
    expect(source.slice(start, end)).toBe('&#38917;(xi&agrave;ng)目為王')
  })

  it('leaves out sharing buttons and related articles inside the container', () => {
    const { text } = cleanText(
      page(
        `<div class="TRS_Editor">${paragraphs}<div class="share">分享到微信</div><div class="related"><a href="/">别的新闻</a></div></div>`,
      ),
      { html: true },
    )
    expect(text.split('\n')).toEqual(wanted)
  })

  it('reads a page without an article without complaint', () => {
    expect(cleanText('<html><body></body></html>', { html: true }).text).toBe('')
    expect(cleanText('没有标签', { html: true }).text).toBe('没有标签')
  })
})

describe('the scanner', () => {
  const scanned = (source: string) => {
    let text = ''
    scanHtml(source, { text: (start, end) => (text += source.slice(start, end)), open() {}, close() {} })
    return text
  }
  const oracle = (source: string) => {
    let text = ''
    const parser = new Parser({ ontext: (piece) => (text += piece) }, { decodeEntities: false })
    parser.end(source)
    return text
  }
  it('gives the text that htmlparser2 gives', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<p class="a">',
      "<a title='x>y'>",
      '<br/>',
      '<div id=zoom>',
      '</div >',
      '<!-- 注 > 释 -->',
      '<!DOCTYPE html>',
      '<script>if (a<b) "</p>"</script>',
      '<style>a>b</style>',
      '<img src="a.jpg" alt="">',
      '项目',
      ' ',
      '\n',
      '&nbsp;',
      '3 < 4',
      'a > b',
      '<SPAN>',
      '</span>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (list) => {
        const source = list.join('')
        expect(scanned(source)).toBe(oracle(source))
      }),
      { numRuns: 3000 },
    )
  })
  it.each([
    ['&nbsp;', '\u00a0'],
    ['&#8220;', '“'],
    ['&#x201C;', '“'],
    ['&#X4E00;', '一'],
    ['&#147;', '“'],
    ['&ldquo;', '“'],
    ['&#128512;', '😀'],
    ['&#0;', '\ufffd'],
    ['&#xD800;', '\ufffd'],
    ['&nbsp', '\u00a0'],
  ])('%s', (reference, text) => {
    expect(entityAt(reference, 0)).toEqual({ end: reference.length, text })
  })
  it.each(['&', '&;', '&#;', '&#x;', '&nosuch;', '&ldquo 没有分号'])('%s is text', (text) => {
    expect(entityAt(text, 0)).toBeNull()
  })
})

describe('hostile pages cost little', () => {
  it.each(['<', '<a ', '<a "', '<div>', '</div>', '<!--', '<script>', '&', '<p class="'])(
    '200,000 times %s',
    (piece) => {
      const start = performance.now()
      cleanText(piece.repeat(200_000), { html: true })
      expect(performance.now() - start).toBeLessThan(20_000)
    },
  )
})

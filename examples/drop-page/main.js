// Codes the files that are dropped and shows their trends. Serve the folder above `dist` over HTTP and open
// examples/drop-page/: modules do not load from file addresses. In a project of your own import from 'tifa', 'tifa/browser', 'tifa/defaults'.
import { readFiles } from '../../dist/browser.js'
import { vocabulary } from '../../dist/defaults.js'
import { codeReports, methodText, toHtml, toSvg, trend, wideTrend } from '../../dist/index.js'

const at = (id) => document.getElementById(id)
const drop = at('drop')
let study = null

/** Rows printed; the most frequent formulations stand first. */
const ROWS = 20

async function read(files) {
  at('summary').textContent = 'reading …'
  at('messages').replaceChildren()
  try {
    study = await codeReports(readFiles(files, { onIssue: tell }), { vocabulary })
    for (const report of study.reports) if (report.excluded !== null) tell(`${report.path}: refused, ${report.excluded}`)
    show()
  } catch (error) {
    study = null
    at('summary').textContent = ''
    tell(error.message)
  }
}

function tell(message) {
  const item = document.createElement('li')
  item.textContent = message // a file name or text is never read as markup
  at('messages').append(item)
}

function show() {
  if (!study) return
  const { reports, directives, mentions } = study
  at('summary').textContent = `${reports.length} records, ${directives.length} directives, ${mentions.length} mentions`
  const result = trend(study, { by: at('by').value })
  if (!result.rows.length) {
    at('trend').textContent = 'No formulation of the vocabulary stands in a dated report.'
    at('method').textContent = ''
    return
  }
  const table = wideTrend(result, { limit: ROWS }).map(({ concept, gloss, ...row }) => row)
  at('trend').innerHTML = toSvg(result) + toHtml(table)
  at('method').textContent = methodText(result)
}

at('by').addEventListener('change', show)
at('files').addEventListener('change', (event) => read(event.target.files))
addEventListener('dragover', (event) => {
  event.preventDefault()
  drop.classList.add('over')
})
addEventListener('dragleave', () => drop.classList.remove('over'))
addEventListener('drop', (event) => {
  event.preventDefault()
  drop.classList.remove('over')
  read(event.dataTransfer.files)
})

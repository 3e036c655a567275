import { vocabulary } from '../../src/defaults/index'
import { readReports } from '../../src/node/index'
import type { Study } from '../../src/observation/study'
import { codeReports } from '../../src/pipeline'
import { definePlaces } from '../../src/report/index'
import { companions, folder, keyOf, places } from './corpus'

/** The corpus coded once, as a newcomer would: the folder, the bundled vocabulary, the corpus's own gazetteer. */
export const codedCorpus = (): Promise<Study> => (study ??= code())
let study: Promise<Study> | undefined

async function code(): Promise<Study> {
  const result = await codeReports(readReports(folder), { vocabulary, places: definePlaces(places) })
  const strays = result.reports.filter((r) => companions.includes(keyOf(r)))
  if (strays.length) throw new Error(`read as reports: ${strays.map(keyOf).join(', ')}`)
  return result
}

import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TifaError } from '../error'
import { LEXICON_FREQUENCY, type LexiconEntry, type Segmenter, segmentHanRuns } from '../segment/index'

interface Nodejieba {
  readonly DEFAULT_DICT: string
  load(paths: { userDict: string }): void
  cut(text: string, hmm: boolean): string[]
}

const HOW =
  'Install it with `npm_config_build_from_source=true npm i nodejieba@3.4.4` (needs a C++ compiler), or choose jieba-wasm, which gives the same words.'

/** nodejieba holds one dictionary for the whole process, so there is one lexicon for the whole process too. */
let loaded: { readonly key: string; readonly segmenter: Segmenter } | null = null

/**
 * The nodejieba backend: dictionary of the package, hidden Markov model off, stock user dictionary replaced by the given
 * lexicon with explicit frequencies. Proven usable by cutting a word before it is returned.
 *
 * @throws TifaError `missing-dependency` when the package or its native addon is not usable; `invalid-option` when another
 *   lexicon is loaded already in this process (reloading would change the segmenter handed out before).
 * @example const segmenter = nodejiebaSegmenter(); segmenter.segment('高质量发展').length // => 3
 */
export function nodejiebaSegmenter(lexicon: readonly LexiconEntry[] = []): Segmenter {
  const lines = lexicon.map((e) => `${e.word} ${e.frequency ?? LEXICON_FREQUENCY} slogan`).sort()
  const key = lines.join('\n')
  if (loaded) {
    if (loaded.key === key) return loaded.segmenter
    throw new TifaError('invalid-option', 'nodejieba holds one lexicon a process; another one is loaded already')
  }
  const { backend, version } = usable()
  const folder = mkdtempSync(join(tmpdir(), 'tifa-lexicon-'))
  const userDict = join(folder, 'lexicon.utf8')
  try {
    writeFileSync(userDict, key + '\n')
    backend.load({ userDict })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const dictionary = createHash('sha256').update(readFileSync(backend.DEFAULT_DICT)).digest('hex').slice(0, 8)
  const words = lines.length ? `+${lines.length}:${createHash('sha256').update(key).digest('hex').slice(0, 8)}` : ''
  const segmenter = segmentHanRuns(`nodejieba@${version}/${dictionary}${words}`, (run) => backend.cut(run, false))
  loaded = { key, segmenter }
  return segmenter
}

/** Present is not usable: the addon may be unbuilt. A missing dictionary would abort the process, so it is looked for first. */
function usable(): { backend: Nodejieba; version: string } {
  try {
    const require = createRequire(import.meta.url)
    const version = (require('nodejieba/package.json') as { version: string }).version
    const backend = require('nodejieba') as Nodejieba
    statSync(backend.DEFAULT_DICT)
    if (backend.cut('项目', false).join('') !== '项目') throw new Error('cut a word wrongly')
    return { backend, version }
  } catch (cause) {
    throw new TifaError('missing-dependency', `nodejieba cannot be used here. ${HOW}`, { cause })
  }
}

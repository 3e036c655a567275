import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import { TifaError } from '../error'
import { LEXICON_FREQUENCY, type LexiconEntry, type Segmenter, segmentHanRuns } from '../segment/index'

interface JiebaWasm {
  cut(text: string, hmm: boolean): string[]
  add_word(word: string, frequency: number, tag: string): number
}

/** The module holds one dictionary for the whole process, and words cannot be taken out again. */
let loaded: { readonly key: string; readonly segmenter: Segmenter } | null = null

/**
 * The jieba-wasm backend: no native addon, the same words as {@link nodejiebaSegmenter} for the same lexicon.
 *
 * @throws TifaError `missing-dependency` when the package is not installed; `invalid-option` when another lexicon is
 *   loaded already in this process.
 */
export function jiebaWasmSegmenter(lexicon: readonly LexiconEntry[] = []): Segmenter {
  const entries = lexicon.map((e) => ({ word: e.word, frequency: e.frequency ?? LEXICON_FREQUENCY }))
  const key = entries
    .map((e) => `${e.word} ${e.frequency}`)
    .sort()
    .join('\n')
  if (loaded) {
    if (loaded.key === key) return loaded.segmenter
    throw new TifaError('invalid-option', 'jieba-wasm holds one lexicon a process; another one is loaded already')
  }
  let backend: JiebaWasm
  try {
    backend = createRequire(import.meta.url)('jieba-wasm') as JiebaWasm
  } catch (cause) {
    throw new TifaError('missing-dependency', 'jieba-wasm cannot be loaded: npm i jieba-wasm@2.4.0', { cause })
  }
  for (const e of entries) backend.add_word(e.word, e.frequency, 'slogan')
  const words = entries.length ? `+${entries.length}:${createHash('sha256').update(key).digest('hex').slice(0, 8)}` : ''
  const segmenter = segmentHanRuns(`jieba-wasm@2.4.0${words}`, (run) => backend.cut(run, false))
  loaded = { key, segmenter }
  return segmenter
}

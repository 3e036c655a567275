import { TifaError } from '../error'
import { LEXICON_FREQUENCY, type LexiconEntry, type Segmenter, segmentHanRuns } from '../segment/index'

interface JiebaWasm {
  readonly default: (input?: unknown) => Promise<unknown>
  readonly cut: (text: string, hmm: boolean) => string[]
  readonly add_word: (word: string, frequency: number, tag: string) => number
}

/**
 * The jieba-wasm backend in a browser: the same words as nodejieba for the same lexicon.
 *
 * @param wasm where `jieba_rs_wasm_bg.wasm` is served from (a URL or a response); default: beside the package's script
 * @throws TifaError `missing-dependency` when package or wasm file cannot be loaded
 */
export async function jiebaWasmSegmenter(wasm?: unknown, lexicon: readonly LexiconEntry[] = []): Promise<Segmenter> {
  try {
    const backend = (await import('jieba-wasm/web')) as unknown as JiebaWasm
    await backend.default(wasm === undefined ? undefined : { module_or_path: wasm })
    for (const e of lexicon) backend.add_word(e.word, e.frequency ?? LEXICON_FREQUENCY, 'slogan')
    const words = lexicon.length ? `+${lexicon.length}` : ''
    return segmentHanRuns(`jieba-wasm@2.4.0${words}`, (run) => backend.cut(run, false))
  } catch (cause) {
    throw new TifaError('missing-dependency', 'jieba-wasm cannot be loaded in this page', { cause })
  }
}

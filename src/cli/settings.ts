import { existsSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { TifaError } from '../error'
import type { CodeOptions } from '../pipeline'
import { definePlaces } from '../report/index'
import type { ReportKind } from '../report/report'
import type { OverlapPolicy } from '../vocabulary/index'
import { type InputFlags, oneOf } from './flags'

const CONFIG_FILES = ['tifa.config.json', 'tifa.config.yaml', 'tifa.config.yml']
const KINDS: readonly ReportKind[] = [
  'leader-report',
  'meeting-report',
  'work-report',
  'template',
  'novel',
  'policy-text',
  'commentary',
  'stub',
  'other',
]

/**
 * Fills flags that were not given from the configuration file: `--config FILE`, or `tifa.config.json` / `.yaml` in the
 * current folder. Keys are the long flag names (`inferYears`, `places` …); flags on the command line win.
 */
export async function withConfig<F extends InputFlags>(flags: F, given: (name: string) => boolean): Promise<F> {
  const path = flags.config ?? CONFIG_FILES.find((f) => existsSync(f))
  if (!path) return flags
  const text = readText(path)
  let values: unknown
  try {
    values = extname(path) === '.json' ? JSON.parse(text) : (await import('yaml')).parse(text)
  } catch (cause) {
    throw new TifaError('invalid-option', `${path} is not valid: ${(cause as Error).message}`, { cause })
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw new TifaError('invalid-option', `${path}: expected an object of flags`)
  const out = { ...flags } as Record<string, unknown>
  for (const [key, value] of Object.entries(values))
    if (!given(key)) out[key] = typeof value === 'number' ? String(value) : value
  return out as unknown as F
}

/** Flags → options of the pipeline. Loads only what was asked for. */
export async function codeOptions(flags: InputFlags): Promise<CodeOptions> {
  const kinds =
    flags.kind && flags.kind !== 'any'
      ? flags.kind.split(',').map((k) => oneOf('--kind', k.trim(), KINDS)!)
      : flags.kind
  const overlap = oneOf<OverlapPolicy>('--overlap', flags.overlap, ['nested', 'longest', 'all'])
  return {
    vocabulary: await vocabularyOf(flags.vocabulary),
    ...(flags.places && { places: definePlaces(JSON.parse(readText(flags.places))) }),
    ...(kinds && { kinds: kinds as 'any' | ReportKind[] }),
    ...(overlap && { overlap }),
    ...(flags.inferYears && { inferYears: true }),
    ...(flags.segmenter && { segmenter: await segmenterOf(flags.segmenter) }),
  }
}

/** The bundled vocabulary, or one read from a file or folder. */
export async function vocabularyOf(path: string | undefined) {
  if (!path || path === 'default') return (await import('../defaults/index')).vocabulary
  const { readVocabulary } = await import('../node/index')
  return readVocabulary(path)
}

/** The segmenter that a flag names. */
export async function segmenterOf(name: string) {
  const which = oneOf('--segmenter', name, ['nodejieba', 'jieba-wasm'])
  const node = await import('../node/index')
  return which === 'nodejieba' ? node.nodejiebaSegmenter() : node.jiebaWasmSegmenter()
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new TifaError('invalid-option', `cannot read ${path}: ${(cause as Error).message}`, { cause })
  }
}

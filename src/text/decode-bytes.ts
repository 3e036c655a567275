import type { Issue } from '../issue'
import { newsCharacters } from './plausibility'
import { simplifyTable } from './simplify-table'

export interface DecodeOptions {
  /** The caller knows: this encoding, whatever the bytes look like. Any label of the Encoding Standard. */
  readonly encoding?: string
  /** What a header or catalogue says; tried first, and given up with an issue where the bytes contradict it. */
  readonly declared?: string
}

export interface DecodedBytes {
  /** Exactly `new TextDecoder(encoding).decode(bytes)`: without the byte order mark. */
  readonly text: string
  /** A label that TextDecoder takes. */
  readonly encoding: string
  readonly issues: readonly Issue[]
}

/** Bytes of the front that are searched for a declaration, as browsers do. */
const declarationWindow = 2048
/** Bytes that are looked at to choose between encodings. */
const sampleSize = 1 << 16
/** More NUL bytes than one in this many: no text, but maybe UTF-16. */
const binaryShare = 100

const magics: readonly (readonly [string, readonly number[]])[] = [
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
  ['ZIP or Office', [0x50, 0x4b, 0x03, 0x04]],
  ['old Office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip', [0x1f, 0x8b]],
  ['PNG', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG', [0xff, 0xd8, 0xff]],
  ['GIF', [0x47, 0x49, 0x46, 0x38]],
  ['RAR', [0x52, 0x61, 0x72, 0x21]],
]

const issue = (code: Issue['code'], severity: Issue['severity'], message: string): Issue => ({
  code,
  severity,
  message,
})

/** The label as TextDecoder names it, or null where it knows none. */
const canonicalLabel = (label: string): string | null => {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return null
  }
}

const decodes = (bytes: Uint8Array, encoding: string, isWhole: boolean): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole })
    return true
  } catch {
    return false
  }
}

/** The charset that an HTML page or an XML declaration names in its first bytes, or null. */
const declaredInside = (bytes: Uint8Array): string | null => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, declarationWindow))
  return (
    /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,20})/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{2,20})/i.exec(head)?.[1] ??
    null
  )
}

const byteOrderMark = (bytes: Uint8Array): string | null => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return null
}

/** Share of characters beyond ASCII that are common in Chinese text of either script, 0-1; damage counts against it. */
const commonShare = (text: string): number => {
  const common = newsCharacters()
  const { full } = simplifyTable()
  let beyond = 0
  let good = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) continue
    beyond++
    if (
      common.has(full[unit]! & 0xffff) ||
      (unit >= 0x3000 && unit < 0x3020) ||
      (unit >= 0xff01 && unit < 0xff5f) ||
      (unit >= 0x2010 && unit < 0x2027)
    )
      good++
  }
  return beyond === 0 ? 0 : good / beyond
}

/** The most likely of the encodings that Chinese pages use, with how well it fits. */
const guess = (bytes: Uint8Array, hasNul: boolean): { readonly encoding: string; readonly share: number } => {
  const sample = bytes.subarray(0, sampleSize)
  let best = { encoding: 'utf-8', share: -1 }
  for (const encoding of ['utf-8', 'gb18030', 'big5', ...(hasNul ? ['utf-16le', 'utf-16be'] : [])]) {
    const label = canonicalLabel(encoding)
    if (label === null) continue
    const share = commonShare(new TextDecoder(label).decode(sample, { stream: sample.length < bytes.length }))
    if (share > best.share) best = { encoding: label, share }
  }
  return best
}

/**
 * Bytes of a page or file to a string. In this order: the caller's `encoding`; a byte order mark; what is declared
 * (`options.declared`, then the page's own `charset`) where the bytes agree; UTF-8 where it decodes without a fault; else
 * the best of UTF-8, GB18030, Big5 (and UTF-16 where there are NUL bytes) by the share of common Chinese characters.
 * Guesses, contradictions and bytes that decode to nothing are issues; no bytes make it throw.
 *
 * @example decodeBytes(Uint8Array.of(0xcf, 0xee, 0xc4, 0xbf)) // => { text: '项目', encoding: 'gb18030', issues: [encoding-guessed] }
 */
export const decodeBytes = (bytes: Uint8Array, options: DecodeOptions = {}): DecodedBytes => {
  const issues: Issue[] = []
  const finish = (encoding: string): DecodedBytes => {
    const text = new TextDecoder(encoding).decode(bytes)
    const lost = text.includes('\ufffd') && !decodes(bytes, encoding, true)
    if (lost) issues.push(issue('undecodable-bytes', 'warning', `some bytes are not ${encoding}: they read as U+FFFD`))
    return { text, encoding, issues }
  }
  if (bytes.length === 0) return { text: '', encoding: 'utf-8', issues: [issue('empty', 'warning', 'no bytes')] }

  if (options.encoding !== undefined) {
    const label = canonicalLabel(options.encoding)
    if (label !== null) return finish(label)
    issues.push(issue('encoding-mismatch', 'warning', `unknown encoding ${options.encoding}`))
  }
  const magic = magics.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))
  if (magic !== undefined) issues.push(issue('binary', 'error', `the bytes are a ${magic[0]} file, not text`))

  const marked = byteOrderMark(bytes)
  if (marked !== null) return finish(marked)

  let nul = 0
  const sampled = Math.min(bytes.length, sampleSize)
  for (let i = 0; i < sampled; i++) if (bytes[i] === 0) nul++
  const isBinary = nul * binaryShare > sampled

  for (const declared of isBinary ? [] : [options.declared, declaredInside(bytes)]) {
    if (declared === undefined || declared === null) continue
    const label = canonicalLabel(declared)
    if (label === null) {
      issues.push(issue('encoding-mismatch', 'warning', `unknown declared encoding ${declared}`))
      continue
    }
    // GBK is GB18030 without its four-byte codes, which TextDecoder reads under either name.
    if (decodes(bytes, label, true)) {
      const isAscii = bytes.every((byte) => byte < 0x80)
      if (isAscii || label === 'utf-8') return finish(label)
      // Single-byte and GB18030 labels decode nearly everything: believe them only if the text is plausible.
      const share = commonShare(new TextDecoder(label).decode(bytes.subarray(0, sampleSize)))
      const other = guess(bytes, false)
      if (other.encoding === label || share >= other.share - 0.1) return finish(label)
    } else {
      const share = commonShare(new TextDecoder(label).decode(bytes.subarray(0, sampleSize)))
      if (share > 0.8 && label !== 'utf-8' && guess(bytes, false).encoding.startsWith('gb') === label.startsWith('gb'))
        return finish(label)
    }
    issues.push(issue('encoding-mismatch', 'warning', `declared ${label}, but the bytes say otherwise`))
  }
  if (!isBinary && decodes(bytes, 'utf-8', true)) return finish('utf-8')

  const { encoding, share } = guess(bytes, nul > 0)
  if (isBinary && share < 0.5 && magic === undefined)
    issues.push(issue('binary', 'error', `${nul} NUL bytes: not text`))
  issues.push(
    issue(
      'encoding-guessed',
      'info',
      `read as ${encoding}: ${Math.round(share * 100)} % of its characters are common ones`,
    ),
  )
  return finish(encoding)
}

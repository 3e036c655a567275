import type { Issue } from '../issue'

/** Bytes as text, with the encoding that was used. */
export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly issues: readonly Issue[]
}

// Stand-in until the text room's own decoder is there.
export function decodeBytes(bytes: Uint8Array, options: { encoding?: string; html?: boolean } = {}): Decoded {
  if (options.encoding)
    return { text: new TextDecoder(options.encoding).decode(bytes), encoding: options.encoding, issues: [] }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8', issues: [] }
  } catch {
    return { text: new TextDecoder('gb18030').decode(bytes), encoding: 'gb18030', issues: [] }
  }
}

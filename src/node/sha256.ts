import * as crypto from 'node:crypto'

/** SHA-256 of bytes, hexadecimal. The one-call form of newer Node versions saves half a microsecond a record. */
export const sha256: (bytes: Uint8Array) => string =
  typeof crypto.hash === 'function'
    ? (bytes) => crypto.hash('sha256', bytes, 'hex')
    : (bytes) => crypto.createHash('sha256').update(bytes).digest('hex')

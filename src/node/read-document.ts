import type { RawReport } from '../report/report'
import { decodeBytes } from '../text/index'
import { inputIssue, type OnIssue } from './input-issue'
import { sha256 } from './sha256'

/** A control character in every this many bytes, and the file is no text. */
const BINARY_SHARE = 100

/**
 * One file as one report. Null, with an issue, for an empty or a binary file; NUL bytes in an otherwise readable text are an issue too, and the
 * text is read.
 */
export function documentOf(
  path: string,
  bytes: Buffer,
  html: boolean,
  encoding: string | undefined,
  onIssue: OnIssue,
): RawReport | null {
  if (bytes.length === 0) {
    onIssue(inputIssue('empty', path, null, 'the file is empty'))
    return null
  }
  const wide =
    /^utf-?16/i.test(encoding ?? '') ||
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (!wide) {
    const { controls, nul } = countControls(bytes)
    if (controls * BINARY_SHARE > bytes.length || hasBinaryHead(bytes)) {
      onIssue(inputIssue('binary', path, null, 'a binary file, not text'))
      return null
    }
    if (nul >= 0)
      onIssue(
        inputIssue('nul-characters', path, lineOf(bytes, nul), 'a NUL byte in the text; the text was read without it'),
      )
  }
  const decoded = decodeBytes(bytes, encoding ? { encoding } : {})
  if (decoded.text.trim() === '') {
    onIssue(inputIssue('empty', path, null, 'the file holds no text'))
    return null
  }
  return {
    path,
    [html ? 'html' : 'text']: decoded.text,
    encoding: decoded.encoding,
    sourceHash: sha256(bytes),
    ...(decoded.issues.length && { issues: decoded.issues }),
  }
}

function countControls(bytes: Buffer): { controls: number; nul: number } {
  let controls = 0
  let nul = -1
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i]!
    if (c >= 32 || (c >= 9 && c <= 13) || c === 27) continue
    controls++
    if (c === 0 && nul < 0) nul = i
  }
  return { controls, nul }
}

const lineOf = (bytes: Buffer, at: number): number => {
  let line = 1
  for (let i = 0; i < at; i++) if (bytes[i] === 10) line++
  return line
}

/** Zip (docx, xlsx), PDF, gzip, old Office files, images. */
function hasBinaryHead(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 8).toString('latin1')
  return ['PK\x03\x04', '%PDF', '\x1f\x8b', '\xd0\xcf\x11\xe0', '\x89PNG', '\xff\xd8\xff', 'GIF8'].some((magic) =>
    head.startsWith(magic),
  )
}

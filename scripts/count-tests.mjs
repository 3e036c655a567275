// Reads vitest's closing "Tests" line from a log and prints "PASSED FAILED".
import { readFileSync } from 'node:fs'

// biome-ignore lint: terminal colour codes are control characters
const log = readFileSync(process.argv[2], 'utf8').replace(/\u001b\[[0-9;]*m/g, '')
const line = [...log.matchAll(/^\s*Tests\s+(.*)$/gm)].at(-1)?.[1] ?? ''
const of = (word) => Number(line.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? 0)
console.log(`${of('passed')} ${of('failed') + (line ? 0 : 1)}`)

// The type declarations for CommonJS are those for ES modules under other names: made once by tsup, copied here.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const dist = new URL('../dist/', import.meta.url)
for (const name of readdirSync(dist).filter((f) => f.endsWith('.d.ts')))
  writeFileSync(
    new URL(name.replace(/\.d\.ts$/, '.d.cts'), dist),
    readFileSync(new URL(name, dist), 'utf8').replace(/(from\s+'\.\/[^']+)\.js'/g, "$1.cjs'"),
  )

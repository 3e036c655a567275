// Writes src/defaults/files.ts (the category files of data/vocabulary) and src/defaults/ids.ts (their ids as a type).
// Run after editing data/vocabulary: npx tsx scripts/vocabulary-ids.ts; a test fails where they are out of date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const folder = join(root, 'data/vocabulary')

/** The two generated files, by path from the root. */
export function generated(): Record<string, string> {
  const { categories } = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as { categories: object }
  const order = Object.keys(categories)
  const names = readdirSync(folder)
    .filter((f) => f.endsWith('.json') && f !== 'index.json')
    .map((f) => f.slice(0, -5))
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const ids = names.flatMap((n) =>
    (JSON.parse(readFileSync(join(folder, `${n}.json`), 'utf8')) as { id: string }[]).map((c) => c.id),
  )
  const head = '// Written by scripts/vocabulary-ids.ts; do not edit.\n\n'
  return {
    'src/defaults/files.ts':
      head +
      [...names]
        .sort()
        .map((n) => `import ${n} from '../../data/vocabulary/${n}.json'\n`)
        .join('') +
      `\n/** The category files, in the order of the scheme. */\nexport const files: readonly (readonly unknown[])[] = [\n${names.map((n) => `  ${n},\n`).join('')}]\n`,
    'src/defaults/ids.ts': `${head}/** Ids of the bundled vocabulary. */\nexport type DefaultConceptId =\n${ids.map((id) => `  | '${id}'\n`).join('')}`,
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, content] of Object.entries(generated())) writeFileSync(join(root, path), content)

// Builds nodejieba's native addon from the sources npm already fetched: no download, so nothing can hang.
//   node scripts/nodejieba.mjs                 build, fail when it cannot be built
//   node scripts/nodejieba.mjs --if-possible   build where a compiler is there, else say what is skipped and go on
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
const optional = process.argv.includes('--if-possible')
/** Present is not usable: load the addon in a process of its own and cut one word. */
const usable = () =>
  spawnSync(process.execPath, ['-e', "process.exit(require('nodejieba').cut('项目为王').length ? 0 : 1)"], {
    cwd: process.cwd(),
    stdio: 'ignore',
  }).status === 0
const stop = (message) => {
  console.error(message)
  process.exit(optional ? 0 : 1)
}

try {
  require.resolve('nodejieba/package.json')
} catch {
  stop('nodejieba is not installed: its tests are skipped')
}
if (usable()) {
  console.error('nodejieba: addon is usable')
  process.exit(0)
}
const has = (command) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0
const missing = ['make', 'python3'].filter((c) => !has(c))
if (!['g++', 'c++', 'clang++'].some(has)) missing.push('a C++ compiler')
if (missing.length && process.platform !== 'win32')
  stop(`nodejieba: not built (${missing.join(', ')} not found): its tests are skipped`)
console.error('nodejieba: building the addon from source')
const npm = process.env.npm_execpath
const args = ['rebuild', 'nodejieba', '--ignore-scripts=false', '--build-from-source']
const built = npm
  ? spawnSync(process.execPath, [npm, ...args], { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 })
  : spawnSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000, shell: process.platform === 'win32' })
if (built.status !== 0 || !usable()) stop('nodejieba: the addon could not be built: its tests are skipped')
console.error('nodejieba: built')

import { defineConfig, type Options } from 'tsup'

const entry = {
  index: 'src/index.ts',
  defaults: 'src/defaults/index.ts',
  stats: 'src/stats/index.ts',
  node: 'src/node/index.ts',
  browser: 'src/browser/index.ts',
  parquet: 'src/parquet/index.ts',
  arrow: 'src/arrow/index.ts',
  cli: 'src/cli/main.ts',
  worker: 'src/cli/worker.ts',
}

/** Entries that are imported; the command and its worker are only run. */
const { cli: _cli, worker: _worker, ...declared } = entry

const shared: Options = {
  entry,
  splitting: true, // shared chunks: TifaError is the same class through every entry
  target: 'node20',
  platform: 'neutral',
  removeNodeProtocol: false,
  external: [/^node:/, 'nodejieba'],
  noExternal: ['simple-statistics'], // a few of its functions are used: bundled, they load in a tenth of the time
  esbuildOptions(options) {
    options.charset = 'utf8' // Chinese stays readable in the bundle
  },
}

// Declarations are made once, for ES modules; scripts/declare-commonjs.mjs copies them for CommonJS.
export default defineConfig([
  { ...shared, format: 'esm', dts: { entry: declared }, clean: ['dist/*.js', 'dist/*.d.ts', 'dist/*.d.cts'] },
  { ...shared, entry: declared, format: 'cjs', shims: true, clean: ['dist/*.cjs'] },
])

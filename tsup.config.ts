import { defineConfig } from 'tsup'

// One build, several entries, shared chunks: TifaError is the same class through every entry.
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    defaults: 'src/defaults/index.ts',
    stats: 'src/stats/index.ts',
    node: 'src/node/index.ts',
    browser: 'src/browser/index.ts',
    parquet: 'src/parquet/index.ts',
    arrow: 'src/arrow/index.ts',
    cli: 'src/cli/main.ts',
  },
  format: ['esm', 'cjs'],
  dts: true,
  splitting: true,
  clean: true,
  target: 'node20',
  platform: 'neutral',
  removeNodeProtocol: false,
  external: [/^node:/, 'nodejieba'],
  esbuildOptions(options) {
    options.charset = 'utf8' // Chinese stays readable in the bundle
  },
})

export { jiebaWasmSegmenter } from './jieba-wasm-segmenter'
export { readFiles } from './read-files'

export { countWords, segmentHanRuns } from './han-runs'
export { LEXICON_FREQUENCY, type LexiconEntry, type Segmenter, type Token } from './segmenter'

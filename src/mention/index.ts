export { type Classified, classify } from './classify'
export { type CodeMentionsOptions, codeMentions } from './code-mentions'
export type { Grade, Mention, Stance, Zone } from './mention'

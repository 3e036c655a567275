import type { Issue } from '../issue'
import type { CleaningStep } from './cleaning-step'
import { cleaningSteps } from './cleaning-step'
import { removeControls } from './control'
import { repairBytes } from './damage'
import type { StepOutcome } from './edits'
import { type FurnitureKind, removeFurniture } from './furniture'
import { removeGlosses } from './gloss'
import { type HtmlMetadata, readHtml } from './html'
import { removeMarkup } from './html-residue'
import { removeAsciiJunk, removeSymbols } from './junk'
import { repairMarks } from './lost-marks'
import { composeMap, type OffsetMap, type Patch } from './offset-map'
import { findRegionalWording } from './regional-wording'
import { foldResidue } from './residue'
import { judgeScript, type Script } from './script'
import { simplify } from './simplify'
import type { Span } from './span'
import { found, survey } from './survey'
import { foldWhitespace } from './whitespace'
import { foldWidth } from './width'

export type { CleaningStep } from './cleaning-step'

/** A piece of page furniture that cleaning took out of the text, with what it was. Metadata is read from these. */
export interface Furniture {
  readonly kind: FurnitureKind
  /** Cleaned characters of the piece (simplified, gloss-free), as they stood before removal. */
  readonly text: string
  readonly span: Span<'source'>
}

/** What one step did to one text. */
export interface StepRecord {
  readonly step: CleaningStep
  readonly version: string
  /** Separate places. */
  readonly edits: number
  /** UTF-16 units written in place of others. */
  readonly changed: number
  /** UTF-16 units gone without a replacement. */
  readonly removed: number
}

export interface CleanText {
  /** The string handed in. */
  readonly source: string
  /** Cleaned text: paragraphs divided by a single `\n`, no empty lines, furniture removed. */
  readonly text: string
  readonly map: OffsetMap
  readonly script: Script
  readonly steps: readonly StepRecord[]
  readonly furniture: readonly Furniture[]
  /** Places that were damaged and could not be repaired. */
  readonly damaged: readonly Span<'clean'>[]
  readonly issues: readonly Issue[]
  /** What the page says of its article outside the text; only where `html` was asked for. */
  readonly html?: HtmlMetadata
}

export interface CleanOptions {
  /** The source is an HTML page: find its main text first. Default: decided by the caller, `false`. */
  readonly html?: boolean
  /** Steps to leave out. Default: none. */
  readonly skip?: readonly CleaningStep[]
}

const idle: readonly StepRecord[] = cleaningSteps.map(({ step, version }) => ({
  step,
  version,
  edits: 0,
  changed: 0,
  removed: 0,
}))

const stepIndex = Object.fromEntries(cleaningSteps.map(({ step }, i) => [step, i])) as Record<CleaningStep, number>

/** None of these: all white space is plain blanks inside lines and single line feeds between them. */
const onlyBlanks = found.otherSpace | found.blankLine | found.width | found.control

const noGlosses: ReadonlyMap<string, string> = new Map()

/** The state of one cleaning: the text so far and what was done to it. */
class Cleaning {
  readonly patches: Patch[] = []
  steps: readonly StepRecord[] = idle
  constructor(
    public text: string,
    private readonly skip: readonly CleaningStep[] | undefined,
  ) {}

  does(step: CleaningStep): boolean {
    return this.skip === undefined || !this.skip.includes(step)
  }

  /** Takes over what a step did; a step may report more than once. */
  take(step: CleaningStep, outcome: StepOutcome | null): void {
    if (outcome === null) return
    this.text = outcome.text
    if (outcome.patch !== null) this.patches.push(outcome.patch)
    const at = stepIndex[step]
    const record = this.steps[at]!
    this.steps = this.steps.with(at, {
      ...record,
      edits: record.edits + outcome.edits,
      changed: record.changed + outcome.changed,
      removed: record.removed + outcome.removed,
    })
  }
}

/**
 * Reads a text as it comes off a page: see the steps in {@link cleaningSteps}. Text that needs no cleaning comes back as the
 * same string with the identity as its map.
 *
 * The canonical form of `text`, which later rooms rely on:
 *
 * - mainland simplified characters, one form of each; no glosses, no invisible characters;
 * - `，：；！？（）。、“”‘’` full-width wherever Han text touches them, ASCII inside numbers, addresses and Latin phrases
 *   (`3,000`, `10:30`, `http://…`); digits, letters, `%` and `+` ASCII; the name dot is `·` (U+00B7), a bar is `|`;
 *   quotation marks are “ ” (also for 「」 and straight ones) or ‘ ’ as printed;
 * - paragraphs divided by one `\n`, no empty lines, no blanks at the ends of a line or beside full-width punctuation;
 *   other blanks are one space;
 * - `□` stands for one character that was damaged and could not be read.
 *
 * @example
 * cleanText('項(xiàng)目為王').text // => '项目为王'
 * @example
 * const clean = cleanText('要堅(jiān)持項(xiàng)目為王')
 * const { start, end } = clean.map.toSource(3, 7)
 * clean.source.slice(start, end) // => '項(xiàng)目為王'
 */
export function cleanText(source: string, options?: CleanOptions): CleanText {
  const issues: Issue[] = []
  const cleaning = new Cleaning(source, options?.skip)
  let html: HtmlMetadata | undefined
  if (options?.html === true && cleaning.does('html')) {
    const { outcome, metadata } = readHtml(source)
    cleaning.take('html', outcome)
    html = metadata
  }
  let has = survey(cleaning.text)
  let script: Script = 'hans'
  let damage: DamageRecord | null = null

  if ((has & found.markup) !== 0 && options?.html !== true && cleaning.does('html')) {
    const before = cleaning.text
    cleaning.take('html', removeMarkup(before))
    if (cleaning.text !== before) has = survey(cleaning.text)
  }
  if ((has & found.control) !== 0 && cleaning.does('control')) cleaning.take('control', removeControls(cleaning.text))
  let glosses: ReadonlyMap<string, string> = noGlosses
  if ((has & found.tone) !== 0 && cleaning.does('gloss')) {
    const learned = new Map<string, string>()
    cleaning.take('gloss', removeGlosses(cleaning.text, learned))
    glosses = learned
  }
  if ((has & (found.question | found.punctuationPair | found.misread)) !== 0 && cleaning.does('damage')) {
    const before = cleaning.text
    if ((has & (found.question | found.misread)) !== 0) {
      const { outcome, unrepaired } = repairBytes(cleaning.text, glosses)
      if (unrepaired.length > 0) damage = { spans: unrepaired, patches: cleaning.patches.length }
      cleaning.take('damage', outcome)
    }
    if ((has & (found.question | found.punctuationPair)) !== 0) cleaning.take('damage', repairMarks(cleaning.text))
    if (cleaning.text !== before) has = survey(cleaning.text)
  }
  if ((has & (found.control | found.space)) !== 0 && cleaning.does('junk')) {
    if ((has & found.control) !== 0) cleaning.take('junk', removeSymbols(cleaning.text))
    if ((has & found.space) !== 0) cleaning.take('junk', removeAsciiJunk(cleaning.text))
    const { edits, removed } = cleaning.steps[stepIndex.junk]!
    if (edits > 0)
      issues.push({
        code: 'junk-removed',
        severity: 'info',
        message: `${removed} characters that are no text were taken out in ${edits} places`,
      })
  }
  if ((has & found.traditional) !== 0) {
    script = judgeScript(cleaning.text)
    if (cleaning.does('simplify')) {
      for (const outcome of simplify(cleaning.text, script === 'hans')) cleaning.take('simplify', outcome)
      cleaning.take('simplify', foldResidue(cleaning.text, script !== 'hans'))
    }
  }
  if ((has & found.width) !== 0 && cleaning.does('width')) cleaning.take('width', foldWidth(cleaning.text))
  if ((has & (found.space | found.blankLine | found.width)) !== 0 && cleaning.does('whitespace'))
    cleaning.take(
      'whitespace',
      foldWhitespace(cleaning.text, cleaning.patches.length === 0 && (has & onlyBlanks) === 0),
    )

  const furniture: Furniture[] = []
  if (cleaning.does('furniture')) {
    const { outcome, pieces } = removeFurniture(cleaning.text)
    if (pieces.length > 0) {
      const map = composeMap(cleaning.patches)
      for (const { kind, start, end } of pieces)
        furniture.push({ kind, text: cleaning.text.slice(start, end), span: map.toSource(start, end) })
    }
    cleaning.take('furniture', outcome)
  }
  if (script !== 'hans') {
    const wording = findRegionalWording(cleaning.text)
    if (wording !== null)
      issues.push({
        code: 'taiwan-wording',
        severity: 'warning',
        message: `wording converted for another region (${wording.words.join(', ')}): formulations may be missed`,
        span: composeMap(cleaning.patches).toSource(wording.span.start, wording.span.end),
      })
  }
  const damaged = damage === null ? [] : reportDamage(damage, cleaning.patches, issues)
  if ((has & found.control) !== 0 && source.includes('\0'))
    issues.push({ code: 'nul-characters', severity: 'warning', message: 'the text holds NUL characters' })
  if (cleaning.text === '')
    issues.push({ code: 'empty', severity: 'warning', message: 'no text is left after cleaning' })
  const clean: CleanText = {
    source,
    text: cleaning.text,
    map: composeMap(cleaning.patches),
    script,
    steps: cleaning.steps,
    furniture,
    damaged,
    issues,
  }
  return html === undefined ? clean : { ...clean, html }
}

/** Damaged places in the text as it was before the repair, and how many patches led to it. */
interface DamageRecord {
  readonly spans: readonly Span<'source'>[]
  readonly patches: number
}

const reportDamage = ({ spans, patches: before }: DamageRecord, patches: readonly Patch[], issues: Issue[]) => {
  const back = composeMap(patches.slice(0, before))
  const on = composeMap(patches.slice(before))
  const damaged: Span<'clean'>[] = []
  for (const { start, end } of spans) {
    const clean = on.toClean(start, end)
    if (clean.end > clean.start) damaged.push(clean)
    issues.push({
      code: 'damaged-text',
      severity: 'warning',
      message: 'bytes of the text were lost here and could not all be restored',
      span: back.toSource(start, end),
    })
  }
  return damaged
}

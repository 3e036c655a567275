import culture from '../../../data/themes/culture.json'
import defence from '../../../data/themes/defence.json'
import digital from '../../../data/themes/digital.json'
import ecology from '../../../data/themes/ecology.json'
import frames from '../../../data/themes/frames.json'
import front from '../../../data/themes/front.json'
import industry from '../../../data/themes/industry.json'
import infra from '../../../data/themes/infra.json'
import innov from '../../../data/themes/innov.json'
import invest from '../../../data/themes/invest.json'
import law from '../../../data/themes/law.json'
import macro from '../../../data/themes/macro.json'
import opening from '../../../data/themes/opening.json'
import party from '../../../data/themes/party.json'
import people from '../../../data/themes/people.json'
import project from '../../../data/themes/project.json'
import rural from '../../../data/themes/rural.json'
import safety from '../../../data/themes/safety.json'
import silence from '../../../data/themes/silence.json'
import social from '../../../data/themes/social.json'
import strategy from '../../../data/themes/strategy.json'
import style from '../../../data/themes/style.json'
import urban from '../../../data/themes/urban.json'

/** The cue lists as people edit them: one file a top category, one group a reason. */
export interface ThemeFile {
  readonly top: string
  readonly zh: string
  readonly en: string
  /** False for themes that stand beside the 16 × 84 scheme. */
  readonly inScheme: boolean
  readonly themes: readonly {
    readonly category: string
    readonly zh: string
    /** `terms`: cues separated by spaces; `…` inside a cue is a gap in the same clause. */
    readonly cues: readonly { readonly strength: string; readonly reason: string; readonly terms: readonly string[] }[]
  }[]
}

/** A stretch of text that names an occasion, a standard or a distant goal. See `data/themes/frames.json`. */
export interface FrameRule {
  readonly reason: string
  readonly open: readonly string[]
  readonly anywhere?: boolean
  readonly close?: readonly string[]
  readonly toEnd?: boolean
}

export const themeFiles: readonly ThemeFile[] = [
  strategy,
  party,
  style,
  macro,
  project,
  invest,
  industry,
  innov,
  digital,
  people,
  rural,
  culture,
  ecology,
  safety,
  opening,
  urban,
  law,
  front,
  defence,
  infra,
  social,
]

export const frameRules: readonly FrameRule[] = frames.frames
export const frameFactor: number = frames.factor
export const silentWords: readonly string[] = silence.words.flatMap((group) => group.terms.join(' ').split(' '))

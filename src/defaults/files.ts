// Written by scripts/vocabulary-ids.ts; do not edit.

import culture from '../../data/vocabulary/culture.json'
import digital from '../../data/vocabulary/digital.json'
import ecology from '../../data/vocabulary/ecology.json'
import industry from '../../data/vocabulary/industry.json'
import innov from '../../data/vocabulary/innov.json'
import invest from '../../data/vocabulary/invest.json'
import macro from '../../data/vocabulary/macro.json'
import opening from '../../data/vocabulary/opening.json'
import party from '../../data/vocabulary/party.json'
import people from '../../data/vocabulary/people.json'
import project from '../../data/vocabulary/project.json'
import rural from '../../data/vocabulary/rural.json'
import safety from '../../data/vocabulary/safety.json'
import strategy from '../../data/vocabulary/strategy.json'
import style from '../../data/vocabulary/style.json'
import urban from '../../data/vocabulary/urban.json'

/** The category files, in the order of the scheme. */
export const files: readonly (readonly unknown[])[] = [
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
]

import { hasPredicate, isTopic, skipTime, verbAt } from './clause-kind'
import { hasOpening } from './content'
import { type Opening, openerOfClause } from './opener'
import type { Segment } from './segment'
import { words } from './words'

/**
 * Does the opener only introduce a judgement (必须看到，基础仍然薄弱; 这一苗头必须引起警觉)? The modal then says that something is so,
 * not that somebody is to act.
 *
 * A segment that goes on to instruct (要看到差距，切实增强紧迫感) is no judgement: the statement stays inside the unit.
 */
export function isJudgement(s: Segment, o: Opening): boolean {
  if (o.kind === 'enumerator' || o.addressee) return false
  const w = words()
  const after = o.at + o.word.length
  const verb = w.judgements.at(s.text, after, s.end)
  if (!verb) return false
  const own = s.clauses.findIndex((c, k) => k >= s.from && c.start <= o.at && o.at < c.end)
  const c = s.clauses[own]
  if (!c) return false
  const from = after + verb.word.length
  if (from < c.end && !verb.value && !hasPredicate(s.text, from, c.end, s.opaque)) return false
  for (let k = own + 1; k < s.to; k++) if (instructs(s, k)) return false
  return true
}

/**
 * Does an item of a list name a failing (一是认识仍有偏差；二是短板突出)? Only where nothing in it instructs: it begins with no verb, and no later
 * clause does.
 */
export function namesFailing(s: Segment, o: Opening): boolean {
  if (o.kind !== 'enumerator' || !o.enumerator) return false
  const c = s.clauses[s.from]!
  const start = skipTime(s.text, Math.min(o.enumerator.end, c.end), c.end)
  if (start >= c.end || verbAt(s.text, start, c.end) || hasOpening(s.text, start, c.end, s.opaque)) return false
  if (!words().deficiencies.before(s.text, c.end, start)) return false
  for (let k = s.from + 1; k < s.to; k++) if (instructs(s, k)) return false
  return true
}

/** An opener of its own, or a verb without a predicate that makes it a topic. */
function instructs(s: Segment, k: number): boolean {
  const c = s.clauses[k]!
  if (openerOfClause(s.text, c, s.opaque)) return true
  if (!verbAt(s.text, skipTime(s.text, c.start, c.end), c.end)) return false
  return !hasPredicate(s.text, c.start, c.end, s.opaque) && !isTopic(s.text, c, s.clauses[k + 1], s.opaque)
}

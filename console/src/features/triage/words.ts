import { joinClauses, joinList } from '../../shared/i18n'
import { identityCopy } from '../identity'
import { parcelCopy } from '../parcel'
import { sopCopy } from '../sop'
import { caseCopy, ticketCopy } from '../ticket'
import type { Aspect, TriageFinding, TriageOutcome, TriageView, TriageWhen } from './api'
import { triageCopy } from './copy'

/** What a kind of ticket is called, by its code. */
export type KindNames = (code: string) => string

/** A value of a condition as people say it. */
function sayValue(aspect: Aspect, value: string, kinds: KindNames): string {
  const t = triageCopy.now()
  const words: Partial<Record<Aspect, Record<string, string>>> = {
    SORT: sopCopy.now().bizType,
    CHANNEL: caseCopy.now().origins,
    PARCEL: parcelCopy.now().status,
    CUSTODY: t.custody,
  }
  if (aspect === 'KIND') return `“${kinds(value)}”`
  if (aspect === 'KEYWORD' || aspect === 'CUSTOMER') return `“${value}”`
  return words[aspect]?.[value] ?? value
}

const sayAll = (aspect: Aspect, values: string[], kinds: KindNames) =>
  joinList(values.map((value) => sayValue(aspect, value, kinds)))

/** A condition and what there was, as a clause. */
export function sayFinding(one: TriageFinding, kinds: KindNames): string {
  const t = triageCopy.now()
  const say = one.holds ? t.holds : t.fails
  return say[one.aspect](sayAll(one.aspect, one.found, kinds), sayAll(one.aspect, one.wanted, kinds))
}

const sayFindings = (all: TriageFinding[], kinds: KindNames) =>
  joinClauses(all.map((one) => sayFinding(one, kinds)))

/** Who got it, by which rule, and why, in one sentence. */
export function sayWhy(view: TriageView, kinds: KindNames): string {
  const t = triageCopy.now()
  const clauses = [t.sent(view.unit.name)]
  if (view.name === null) clauses.push(t.byProcedure)
  else {
    clauses.push(t.byRule(view.name))
    if (view.because.length > 0) clauses.push(t.because(sayFindings(view.because, kinds)))
  }
  if (view.instead) clauses.push(t.instead(t.owners[view.owner]))
  return joinClauses(clauses)
}

/** Which rule made it urgent, and why; empty where none did. */
export function sayRaised(view: TriageView, kinds: KindNames): string {
  const t = triageCopy.now()
  return view.raised === null ? '' : t.raised(view.raised.name, sayFindings(view.raised.because, kinds))
}

/** When a rule applies, as one clause a condition. */
export function sayWhen(when: TriageWhen, kinds: KindNames, unit: (code: string) => string): string {
  const t = triageCopy.now()
  const asked: [Aspect, string[] | null][] = [
    ['KIND', when.kinds],
    ['SORT', when.sorts],
    ['CHANNEL', when.channels],
    ['PARCEL', when.parcels],
    ['CUSTODY', when.custody],
    ['UNIT', when.units?.map(unit) ?? null],
    ['CUSTOMER', when.customers],
    ['KEYWORD', when.keywords],
    ['URGENT', when.urgent === null ? null : [String(when.urgent)]],
    ['REPEAT', when.repeats === null || when.repeats === 0 ? null : [String(when.repeats)]],
  ]
  const clauses = asked.flatMap(([aspect, values]) =>
    values === null || values.length === 0 ? [] : [t.wants[aspect](sayAll(aspect, values, kinds))],
  )
  return clauses.length === 0 ? t.emptyRule : joinClauses(clauses)
}

/** What a rule does. */
export function sayThen(outcome: TriageOutcome, unit: (code: string) => string): string {
  const t = triageCopy.now()
  const clauses: string[] = []
  if (outcome.urgent !== null) clauses.push(t.makeUrgent(ticketCopy.now().urgentReason[outcome.urgent]))
  if (outcome.owner !== null)
    clauses.push(t.to(outcome.unit === null ? t.owners[outcome.owner] : unit(outcome.unit)))
  if (outcome.role !== null) clauses.push(t.toRole(identityCopy.now().roles[outcome.role]))
  return joinClauses(clauses)
}

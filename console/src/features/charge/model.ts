import type {
  ChargeAction,
  ChargeRow,
  ChargeState,
  ChargeView,
  LiabilityEvidenceKind,
  Me,
  UnitRef,
} from '../../api/types'
import { getLocale } from '../../shared/i18n'
import type { Meaning } from '../../shared/ui'

/** The states that a list can be narrowed to by anybody; who decides sees all. */
export const STATES: ChargeState[] = ['JUDGED', 'ANSWERED', 'STANDING', 'ARBITRATION', 'FINAL']
export const STATES_TO_DECIDE: ChargeState[] = ['UNDECIDED', 'UNJUDGED', ...STATES]

export const EVIDENCE_KINDS: LiabilityEvidenceKind[] = [
  'HANDED_OVER',
  'NOT_RECEIVED',
  'DAMAGED_ON_RECEIPT',
  'DELIVERED',
  'CUSTOMER_FAULT',
  'FORCE_MAJEURE',
  'OTHER',
]

/** The way on first. */
export const ACTIONS: ChargeAction[] = ['SETTLE', 'ARBITRATE', 'GIVE_EVIDENCE', 'REBUT', 'APPEAL']

/** What wants somebody to speak up is watched; what wants a decision by hand stands out. */
export const STATE_MEANING: Record<ChargeState, Meaning> = {
  UNJUDGED: 'plain',
  UNDECIDED: 'act',
  JUDGED: 'watch',
  ANSWERED: 'watch',
  STANDING: 'watch',
  ARBITRATION: 'plain',
  FINAL: 'stopped',
}

const HOURS = 60
/** How long each state with a period lasts in minutes (72, 48 and 72 hours); only the ring shows it. */
export const LIMIT_MINUTES = { JUDGED: 72 * HOURS, ANSWERED: 48 * HOURS, STANDING: 72 * HOURS } as const

/** A state with a period, by which somebody may still speak. */
export type TimedState = keyof typeof LIMIT_MINUTES

export function isTimed(state: ChargeState): state is TimedState {
  return state in LIMIT_MINUTES
}

/** 700 → 70%. */
export function sayPerMille(perMille: number): string {
  return new Intl.NumberFormat(getLocale(), { style: 'percent', maximumFractionDigits: 1 }).format(
    perMille / 1_000,
  )
}

/** Whom a charge waits for, or how it ended: the name of a sentence. */
export function waitOf(charge: ChargeRow) {
  return charge.state === 'ARBITRATION' ? (charge.tier ?? 'HEADQUARTERS') : charge.state
}

/** Units of the chain and of the shares by their codes. */
export function unitsOf(view: ChargeView): Map<string, UnitRef> {
  const units = [
    ...view.chain.flatMap((stop) => (stop.nextSite === null ? [stop.site] : [stop.site, stop.nextSite])),
    ...view.charge.units.map((burden) => burden.unit),
  ]
  return new Map(units.map((unit) => [unit.code, unit]))
}

const SPEAKS_ITSELF = ['HEADQUARTERS', 'REGION', 'HUB', 'OUTLET']

/**
 * The units in whose name somebody may speak against evidence, where they have to say; none where it is their own. Who stands between outlets and
 * regions speaks for a unit on the way.
 */
export function rebutUnits(view: ChargeView, me: Me): UnitRef[] {
  const onTheWay = view.chain.some((stop) => stop.site.code === me.unit.code)
  if (onTheWay || SPEAKS_ITSELF.includes(me.unit.kind)) return []
  const answered = view.evidence.map((brought) => brought.unit.code)
  const sites = new Map(view.chain.map((stop) => [stop.site.code, stop.site]))
  return [...sites.values()].filter((site) => !answered.includes(site.code))
}

/** A sentence of the engine with places by their names: it knows only their codes. */
export function withNames(sentence: string, units: Map<string, UnitRef>): string {
  return sentence.replace(/[A-Z][A-Z0-9-]{2,}/g, (code) => units.get(code)?.name ?? code)
}

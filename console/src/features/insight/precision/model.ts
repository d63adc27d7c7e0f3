import type { FindingOutcome, PrecisionRate } from '../../../api/types'
import { DAY } from '../../../shared/time'

/** A share against the target, when even the doubt about it is counted. */
export type Standing = 'above' | 'below' | 'unsure' | 'none'

/** Below only where the whole interval is, so that a few unlucky warnings do not make a rule look bad. */
export function standing(rate: PrecisionRate, target: number): Standing {
  if (rate.precision === null) return 'none'
  if (rate.high < target) return 'below'
  return rate.low >= target ? 'above' : 'unsure'
}

/** The axis begins below the lowest interval drawn, in steps of ten, so that small differences stay visible. */
export function axisFrom(rates: PrecisionRate[], target: number): number {
  const lows = rates.filter((rate) => rate.precision !== null).map((rate) => rate.low)
  return Math.max(0, Math.floor(Math.min(...lows, target - 0.05) * 10) / 10)
}

/** Monday 00:00 in Beijing, as the server counts weeks. */
export function weekSpan(monday: string): { from: string; until: string } {
  const from = Date.parse(`${monday}T00:00:00+08:00`)
  return { from: new Date(from).toISOString(), until: new Date(from + 7 * DAY).toISOString() }
}

export interface Drill {
  unit: string
  stage?: string | undefined
  laneClass?: string | undefined
  outcome?: FindingOutcome | undefined
  from: string
  until: string
}

/** The findings behind a number. */
export function drillPath(drill: Drill): string {
  const params = new URLSearchParams({ show: 'all' })
  for (const [name, value] of Object.entries(drill)) {
    if (value !== undefined) params.set(name, value)
  }
  return `/boards/findings?${params}`
}

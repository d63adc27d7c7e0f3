import type { Difference, ReconciledDay } from '../../../api/types'
import { DAY, HOUR } from '../../../shared/time'
import type { Meaning } from '../../../shared/ui'

export const VIEWS = ['open', 'days', 'settled'] as const

export const STATE_MEANING: Record<Difference['state'], Meaning> = {
  OPEN: 'act',
  PROPOSED: 'watch',
  SETTLED: 'good',
  CLEARED: 'plain',
}

export const isOpen = (difference: Difference) =>
  difference.state === 'OPEN' || difference.state === 'PROPOSED'

/** Days in a row of a gateway that nobody compared; the server tells only of those that were. */
export interface Missing {
  gateway: string
  from: string
  to: string
  days: number
}

export type DayRow = { done: ReconciledDay } | { missing: Missing }

/** Days are counted in China's time, as the server does. */
const numberOf = (day: string) => Date.parse(day) / DAY
const dayOf = (number: number) => new Date(number * DAY).toISOString().slice(0, 10)

/** The calendar day in China. */
export const dayInChina = (at: number) => new Date(at + 8 * HOUR).toISOString().slice(0, 10)

/** The days that were compared and, between the first of a gateway and yesterday, those that were not; the newest first. */
export function withMissing(done: ReconciledDay[], today: string): DayRow[] {
  const yesterday = numberOf(today) - 1
  const rows: DayRow[] = done.map((day) => ({ done: day }))
  for (const gateway of new Set(done.map((day) => day.gateway))) {
    const known = done
      .filter((day) => day.gateway === gateway)
      .map((day) => numberOf(day.day))
      .sort((a, b) => a - b)
    known.forEach((day, index) => {
      const next = known[index + 1] ?? yesterday + 1
      if (next - day > 1) {
        rows.push({
          missing: { gateway, from: dayOf(day + 1), to: dayOf(next - 1), days: next - day - 1 },
        })
      }
    })
  }
  return rows.sort((a, b) => lastOf(b).localeCompare(lastOf(a)) || gatewayOf(a).localeCompare(gatewayOf(b)))
}

const lastOf = (row: DayRow) => ('done' in row ? row.done.day : row.missing.to)
export const gatewayOf = (row: DayRow) => ('done' in row ? row.done.gateway : row.missing.gateway)
export const keyOfRow = (row: DayRow) => `${gatewayOf(row)} ${lastOf(row)}`

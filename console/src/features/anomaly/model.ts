import type { Anomaly, Board } from './api'
import type { zh } from './copy/zh-CN'

type Words = Pick<
  typeof zh,
  'misrouted' | 'from' | 'loop' | 'backFrom' | 'missed' | 'stuck' | 'failed' | 'signs' | 'join'
>

/** What happened, in a sentence. */
export function sayAnomaly(one: Anomaly, t: Words): string {
  const site = one.site.name
  const other = one.other?.name ?? ''
  const causedBy = one.causedBy?.name
  switch (one.kind) {
    case 'MISROUTED':
      return parts(t, t.misrouted(other, site), causedBy && t.from(causedBy))
    case 'LOOP':
      return parts(t, t.loop(site, String(one.times)), causedBy && t.backFrom(causedBy))
    case 'MISSED_ARRIVAL':
      return t.missed(site, other)
    case 'STUCK':
      return t.stuck(site)
    case 'FAILED_AGAIN':
      return t.failed(site, String(one.times))
    case 'DOUBTFUL_SIGNATURE':
      return parts(t, ...one.signs.map((sign) => t.signs[sign]))
  }
}

function parts(t: Words, ...all: (string | undefined | '')[]): string {
  return all.filter((part) => part !== undefined && part !== '').join(t.join)
}

export interface Day {
  /** such as 2026-11-29 */
  day: string
  counts: { kind: Anomaly['kind']; raised: number }[]
  sum: number
}

/** The last fourteen days up to now in Beijing, those without any included. */
export function lastDays(board: Board): Day[] {
  const beijing = Date.parse(board.at) + 8 * 3_600_000
  return Array.from({ length: 14 }, (_, i) => {
    const day = new Date(beijing - (13 - i) * 86_400_000).toISOString().slice(0, 10)
    const counts = board.days.filter((one) => one.day === day).map(({ kind, raised }) => ({ kind, raised }))
    return { day, counts, sum: counts.reduce((sum, one) => sum + one.raised, 0) }
  })
}

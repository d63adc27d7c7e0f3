import type { Meaning } from '../../../shared/ui'
import type { GreenSummary, GreenTicket, UseOf } from './api'

/** Within that an urgent ticket is to be answered. */
export const RESPONSE_MINUTES = 120
/** The server counts no further. */
const MOST = 10_000
/** From this share of wrongly raised tickets on somebody should talk to them; below that many raisings it is chance. */
const MUCH = 0.3
const FEW = 5

/** How a ticket stands to its two hours. */
export type Standing = 'answered' | 'answeredLate' | 'open' | 'overdue'

export function standing(ticket: Pick<GreenTicket, 'answerBy' | 'answeredAt'>, now: number): Standing {
  if (ticket.answeredAt !== null) {
    return Date.parse(ticket.answeredAt) <= Date.parse(ticket.answerBy) ? 'answered' : 'answeredLate'
  }
  return Date.parse(ticket.answerBy) < now ? 'overdue' : 'open'
}

/** The colour of a row's edge on the wall; the words beside it say the same. */
export function meaningOf(ticket: Pick<GreenTicket, 'answerBy' | 'answeredAt'>, now: number): Meaning {
  const how = standing(ticket, now)
  if (how === 'answered') return 'good'
  if (how === 'answeredLate') return 'stopped'
  const left = (Date.parse(ticket.answerBy) - now) / (RESPONSE_MINUTES * 60_000)
  return left <= 0.25 ? 'act' : left <= 0.5 ? 'watch' : 'good'
}

/** A count that the server does not take further than 10,000. */
export function counted(count: number, say: (count: number) => string): string {
  return count > MOST ? `${say(MOST)}+` : say(count)
}

/** The share answered within two hours; null where nothing can be said yet. */
export function answeredShare(summary: Pick<GreenSummary, 'inTime' | 'measured'>): number | null {
  return summary.measured === 0 ? null : summary.inTime / summary.measured
}

export function wrongShare(use: Pick<UseOf, 'raised' | 'wrong'>): number {
  return use.raised === 0 ? 0 : use.wrong / use.raised
}

/** Whether so many were raised wrongly that it is no chance. */
export function misused(use: Pick<UseOf, 'raised' | 'wrong'>): boolean {
  return use.raised >= FEW && wrongShare(use) >= MUCH
}

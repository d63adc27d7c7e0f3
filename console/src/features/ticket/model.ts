import type { AnswerKind, TicketRow, TicketState } from '../../api/types'
import type { Meaning } from '../../shared/ui'

export const STATE_MEANING: Record<TicketState, Meaning> = {
  DISPATCHED: 'plain',
  WAITING: 'stopped',
  REPLIED: 'stopped',
  CLOSED: 'good',
}

export const ANSWER_KINDS: AnswerKind[] = [
  'FOUND_FORWARDED',
  'FOUND_DAMAGED',
  'NOT_FOUND',
  'MISDIRECTED',
  'WAITING_CUSTOMER',
  'ON_THE_WAY',
]

export const MAX_PHOTOS = 6
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024

export function needsUntil(kind: AnswerKind): kind is 'WAITING_CUSTOMER' | 'ON_THE_WAY' {
  return kind === 'WAITING_CUSTOMER' || kind === 'ON_THE_WAY'
}

export function ticketPath(id: string): string {
  return `/tickets/${id}`
}

/** Why a ticket's clock stands still, as a key of the copy; null while it runs. */
export function pausedBy(ticket: TicketRow): 'waitingCustomer' | 'waitingTransit' | 'waitingScan' | null {
  if (ticket.state === 'REPLIED') return 'waitingScan'
  if (ticket.state !== 'WAITING') return null
  return ticket.lastAnswer?.kind === 'ON_THE_WAY' ? 'waitingTransit' : 'waitingCustomer'
}

import type { Meaning } from '../../shared/ui'
import { partnerCopy } from './copy'

/** What a partner can be told of, in the order in which it happens. */
export const EVENTS = ['ticket.opened', 'ticket.updated', 'ticket.replied', 'ticket.closed', 'message.added']

export function sayEvent(code: string): string {
  const words: Record<string, string> = partnerCopy.now().event
  return words[code] ?? code
}

export function sayState(state: string): string {
  const words: Record<string, string> = partnerCopy.now().deliveryState
  return words[state] ?? state
}

export function meaningOf(state: string): Meaning {
  if (state === 'SENT' || state === 'DELIVERED') return 'good'
  if (state === 'PENDING' || state === 'SENDING') return 'plain'
  return state === 'UNKNOWN' ? 'watch' : 'act'
}

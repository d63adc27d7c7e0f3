import type { OutboxMessage, OutboxState } from '../../api/types'
import type { Meaning } from '../../shared/ui'

export const STATES = [
  'PENDING',
  'SENDING',
  'SENT',
  'DELIVERED',
  'UNKNOWN',
  'FAILED',
  'REJECTED',
  'SUPPRESSED',
  'EXPIRED',
] as const satisfies OutboxState[]

export const CHANNELS = ['SMS', 'EMAIL', 'PUSH', 'WEBHOOK'] as const satisfies OutboxMessage['channel'][]

export const KINDS = [
  'SERVICE',
  'EMERGENCY',
  'SURVEY',
  'COMMERCIAL',
] as const satisfies OutboxMessage['kind'][]

export const MEANING: Record<OutboxState, Meaning> = {
  PENDING: 'plain',
  SENDING: 'plain',
  SENT: 'good',
  DELIVERED: 'good',
  UNKNOWN: 'watch',
  FAILED: 'act',
  REJECTED: 'act',
  SUPPRESSED: 'plain',
  EXPIRED: 'plain',
}

/** What a person may have sent again; the server decides. */
export const AGAIN: ReadonlySet<OutboxState> = new Set<OutboxState>(['UNKNOWN', 'FAILED', 'REJECTED'])

/** One of the known words, or nothing: an address can say anything. */
export function known<T extends string>(words: readonly T[], word: string | null): T | null {
  return words.find((each) => each === word) ?? null
}

const GAVE_UP = 'GAVE_UP '

/** A server's code in words; a provider's own code as it is. */
export function sayReason(
  code: string,
  reasons: Record<string, string>,
  gaveUpAfter: (reason: string) => string,
): string {
  if (code.startsWith(GAVE_UP)) {
    return gaveUpAfter(sayReason(code.slice(GAVE_UP.length), reasons, gaveUpAfter))
  }
  return reasons[code.replace(/^is[vp]\./, '')] ?? code.replace(/^HTTP_/, 'HTTP ')
}

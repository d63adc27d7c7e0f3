import type { Payout, PayoutState } from '../../../api/types'
import type { Meaning } from '../../../shared/ui'

export const STATES: PayoutState[] = ['UNKNOWN', 'ORDERED', 'SENDING', 'TAKEN', 'PAID', 'FAILED']

export const STATE_MEANING: Record<PayoutState, Meaning> = {
  ORDERED: 'plain',
  SENDING: 'plain',
  TAKEN: 'plain',
  UNKNOWN: 'watch',
  PAID: 'good',
  FAILED: 'act',
}

/** The gateway where people carry files to a bank and back. */
export const BANK_FILE = 'bank-file'

/** Under what a gateway knows the payout. */
export const keyOf = (payout: Payout) => payout.id.replaceAll('-', '')

/** The claim, found by its number whatever became of it. */
export const claimPath = (number: string) => `/claims?view=ALL&text=${encodeURIComponent(number)}`

export const payoutPath = (id: string) => `/payouts?payout=${id}`

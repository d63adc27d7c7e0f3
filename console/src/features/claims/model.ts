import type { Permission } from '../../api/permissions'
import type { ClaimKind, ClaimState, ClaimView, Evidence, Exclusion, Hindrance } from '../../api/types'
import type { Meaning } from '../../shared/ui'

export const VIEWS = [
  'TO_EXAMINE',
  'TO_APPROVE',
  'MINE',
  'OVERDUE',
  'WAITING',
  'PAYING',
  'ENDED',
  'ALL',
] as const
export type View = (typeof VIEWS)[number]

export const KINDS: ClaimKind[] = [
  'LOSS',
  'TOTAL_DAMAGE',
  'PARTIAL_DAMAGE',
  'SHORTAGE',
  'MISMATCH',
  'DELAY',
  'TOTAL_DELAY',
  'FEE_REFUND',
]

export const EVIDENCE: Evidence[] = [
  'WAYBILL',
  'VALUE_PROOF',
  'PHOTO_OUTSIDE',
  'PHOTO_INSIDE',
  'UNBOXING_VIDEO',
  'WEIGHT_RECORD',
  'NOT_RECEIVED',
  'PACKING_LIST',
  'LOSS_ESTIMATE',
  'SERVICE_PROOF',
  'PAYEE_ACCOUNT',
  'IDENTITY',
]

/** What a file can show; a statement and an account are said. */
export const SHOWN_BY_FILES: Evidence[] = EVIDENCE.filter(
  (evidence) => evidence !== 'WAYBILL' && evidence !== 'NOT_RECEIVED' && evidence !== 'PAYEE_ACCOUNT',
)

export const EXCLUSIONS: Exclusion[] = [
  'FORCE_MAJEURE',
  'NATURE',
  'SENDER_PACKAGING',
  'FALSE_DECLARATION',
  'PROHIBITED_GOODS',
  'CUSTOMER_FAULT',
  'INDIRECT_LOSS',
]

export const STATE_MEANING: Record<ClaimState, Meaning> = {
  DRAFT: 'plain',
  TO_EXAMINE: 'watch',
  WAITING_FOR_EVIDENCE: 'plain',
  TO_APPROVE: 'watch',
  OFFERED: 'plain',
  PAYING: 'plain',
  PAYEE_WRONG: 'act',
  PAID: 'good',
  REFUSED: 'stopped',
  UNDER_REVIEW: 'watch',
  WITHDRAWN: 'stopped',
}

export const ACTIONS = [
  'TAKE',
  'APPROVE',
  'SEND_BACK',
  'PROPOSE',
  'ASK_EVIDENCE',
  'REFUSE',
  'UPHOLD',
  'EVIDENCE',
  'ACCEPT',
  'COUNTER',
  'APPEAL',
  'WITHDRAW',
  'PAYEE',
] as const
export type Action = (typeof ACTIONS)[number]

const MOST_COUNTERS = 3
const EXAMINED: ClaimState[] = ['TO_EXAMINE', 'UNDER_REVIEW']
/** Anything else can still be called off or be given evidence. */
const BEYOND: ClaimState[] = ['PAYING', 'PAYEE_WRONG', 'PAID', 'REFUSED', 'WITHDRAWN', 'DRAFT']

/** What of a claim somebody may do as it stands; the server has the last word. */
export function actionsOf(view: ClaimView, can: (permission: Permission) => boolean, me: string): Action[] {
  const { state, handler } = view.row
  const examined = EXAMINED.includes(state)
  const open = !BEYOND.includes(state)
  const reviewable = !view.reviewed && (state === 'OFFERED' || state === 'REFUSED')
  const examines: Record<string, boolean> = {
    TAKE: (examined || state === 'TO_APPROVE') && handler?.id !== me,
    PROPOSE: examined,
    ASK_EVIDENCE: examined,
    REFUSE: state === 'TO_EXAMINE',
    UPHOLD: state === 'UNDER_REVIEW',
  }
  const approves: Record<string, boolean> = {
    APPROVE: state === 'TO_APPROVE',
    SEND_BACK: state === 'TO_APPROVE',
  }
  const opens: Record<string, boolean> = {
    EVIDENCE: open,
    ACCEPT: state === 'OFFERED',
    COUNTER: state === 'OFFERED' && !view.reviewed && view.counters < MOST_COUNTERS,
    APPEAL: reviewable,
    WITHDRAW: open,
    PAYEE: open || state === 'PAYEE_WRONG',
  }
  return ACTIONS.filter(
    (action) =>
      (can('claim.examine') && examines[action] === true) ||
      (can('claim.approve') && approves[action] === true) ||
      (can('claim.open') && opens[action] === true),
  )
}

export const mayChangeFacts = (state: ClaimState) =>
  EXAMINED.includes(state) || state === 'WAITING_FOR_EVIDENCE'

/** These stand whatever value is proven. */
const FIRM: Hindrance[] = ['KIND', 'NO_PAYEE', 'RISK']

/** Whether paying at once is worth trying: nothing is in the way, or only what another proven value may clear. */
export function mayTryQuick(
  hindrances: Hindrance[],
  typedFen: number | null,
  provenFen: number | null,
): boolean {
  if (hindrances.length === 0) return true
  return typedFen !== provenFen && hindrances.every((one) => !FIRM.includes(one))
}

/** Why somebody may not approve the amount alone; null where they may. */
export function approvalHindrance(view: ClaimView): 'second' | 'limit' | null {
  const { needsSecond, limitFen, exposureFen } = view.powers
  if (needsSecond) return 'second'
  return view.row.proposedFen + exposureFen > limitFen ? 'limit' : null
}

import type { components } from '../../api/schema'
import type { TicketAction } from '../../api/types'

type Schemas = components['schemas']

/** The bodies of the steps that drive a ticket, by the last part of their address; the version is put in on the way. */
export interface MoveBodies {
  accept: Schemas['TicketWorkStep']
  start: Schemas['TicketWorkStep']
  wait: Schemas['WaitFor']
  'go-on': Schemas['TicketWorkStep']
  'hand-over': Schemas['HandOver']
  'carry-up': Schemas['TicketWorkStep']
  'apply-close': Schemas['ApplyClose']
  'withdraw-close': Schemas['TicketWorkStep']
  'lower-urgent': Schemas['LowerUrgent']
  triage: Schemas['TicketHandlingTriage']
  dispatch: Schemas['TicketHandlingDispatch']
  return: Schemas['TicketHandlingHandling']
  check: Schemas['TicketHandlingCheck']
  'call-back': Schemas['CallBack']
  reopen: Schemas['TicketHandlingHandling']
  reject: Schemas['TicketHandlingReject']
  invalidate: Schemas['TicketHandlingInvalidate']
  appoint: Schemas['TicketHandlingAppoint']
  merge: Schemas['TicketHandlingMerge']
  unmerge: Schemas['TicketHandlingHandling']
}

export type Move = keyof MoveBodies
export type Moved = { [M in Move]: { step: M; body: MoveBodies[M] } }[Move]

/** The steps that have a form of their own elsewhere. */
export type FormAction = 'ANSWER' | 'NOTE' | 'URGE' | 'URGENT' | 'CLOSE'
export type MoveAction = Exclude<TicketAction, FormAction>

/** Which step an action takes. */
export const MOVE_OF: Record<MoveAction, Move> = {
  ACCEPT: 'accept',
  START: 'start',
  WAIT: 'wait',
  GO_ON: 'go-on',
  HAND_OVER: 'hand-over',
  CARRY_UP: 'carry-up',
  APPLY_CLOSE: 'apply-close',
  WITHDRAW_CLOSE: 'withdraw-close',
  LOWER_URGENT: 'lower-urgent',
  TRIAGE: 'triage',
  DISPATCH: 'dispatch',
  RETURN: 'return',
  CHECK: 'check',
  CALL_BACK: 'call-back',
  REOPEN: 'reopen',
  REJECT: 'reject',
  INVALIDATE: 'invalidate',
  APPOINT: 'appoint',
  MERGE: 'merge',
  UNMERGE: 'unmerge',
}

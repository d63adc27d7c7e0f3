import type { Dayjs } from 'dayjs'
import type { CallBackVerdict, InvalidReason, Liability, RejectReason, WaitReason } from '../../api/types'
import { fromPicker } from '../../shared/time/picker'
import type { MoveAction, Moved } from './moves'

/** What the dialog of a step asks; each step uses some. */
export interface MoveValues {
  note?: string
  waitReason?: WaitReason
  until?: Dayjs
  to?: string
  handlerPhone?: string
  kind?: string
  passed?: boolean
  liability?: Liability
  causeCode?: string
  verdict?: CallBackVerdict
  rejectReason?: RejectReason
  invalidReason?: InvalidReason
  personId?: string
  into?: string
}

/** Text as it is sent: nothing rather than blanks. */
function said(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? undefined : trimmed
}

/** The step that the filled-in dialog takes. */
export function toMove(action: MoveAction, values: MoveValues): Moved {
  const note = said(values.note)
  switch (action) {
    case 'ACCEPT':
      return { step: 'accept', body: {} }
    case 'START':
      return { step: 'start', body: {} }
    case 'WAIT': {
      const until = values.until === undefined ? undefined : fromPicker(values.until)
      return { step: 'wait', body: { reason: values.waitReason, until, note } }
    }
    case 'GO_ON':
      return { step: 'go-on', body: { note } }
    case 'HAND_OVER':
      return { step: 'hand-over', body: { to: values.to, note } }
    case 'CARRY_UP':
      return { step: 'carry-up', body: { note } }
    case 'APPLY_CLOSE':
      return { step: 'apply-close', body: { note, handlerPhone: said(values.handlerPhone) } }
    case 'WITHDRAW_CLOSE':
      return { step: 'withdraw-close', body: { note } }
    case 'LOWER_URGENT':
      return { step: 'lower-urgent', body: { note } }
    default:
      return toDeskMove(action, values, note)
  }
}

type DeskAction = Exclude<
  MoveAction,
  | 'ACCEPT'
  | 'START'
  | 'WAIT'
  | 'GO_ON'
  | 'HAND_OVER'
  | 'CARRY_UP'
  | 'APPLY_CLOSE'
  | 'WITHDRAW_CLOSE'
  | 'LOWER_URGENT'
>

function toDeskMove(action: DeskAction, values: MoveValues, note: string | undefined): Moved {
  switch (action) {
    case 'TRIAGE':
      return { step: 'triage', body: { kind: values.kind, note } }
    case 'DISPATCH':
      return { step: 'dispatch', body: { to: values.to, note } }
    case 'RETURN':
      return { step: 'return', body: { note } }
    case 'CHECK': {
      const { passed, liability } = values
      return { step: 'check', body: { passed, liability, causeCode: said(values.causeCode), note } }
    }
    case 'CALL_BACK':
      return { step: 'call-back', body: { verdict: values.verdict, note } }
    case 'REOPEN':
      return { step: 'reopen', body: { note } }
    case 'REJECT':
      return { step: 'reject', body: { reason: values.rejectReason, note } }
    case 'INVALIDATE':
      return { step: 'invalidate', body: { reason: values.invalidReason, note } }
    case 'APPOINT':
      return { step: 'appoint', body: { personId: values.personId, note } }
    case 'MERGE':
      return { step: 'merge', body: { into: values.into, note } }
    case 'UNMERGE':
      return { step: 'unmerge', body: { note } }
  }
}

/** These the server takes only with words. */
export const NOTE_NEEDED: MoveAction[] = [
  'HAND_OVER',
  'APPLY_CLOSE',
  'LOWER_URGENT',
  'RETURN',
  'REOPEN',
  'REJECT',
]

export const CONTENT: CallBackVerdict[] = [
  'SETTLED',
  'SETTLED_UNHAPPY',
  'RECEIVED',
  'COMPENSATED',
  'WITHDRAWN',
  'NOT_SO',
  'MISUNDERSTANDING',
  'DECLINED',
]
export const DISPUTED: CallBackVerdict[] = [
  'NOT_SETTLED',
  'PARTLY',
  'REPLY_UNTRUE',
  'FALSE_MARK',
  'INDUCED_APPOINTMENT',
  'NOT_CONTACTED',
  'SUM_DISPUTED',
]
export const UNREACHED: CallBackVerdict[] = ['NO_ANSWER', 'WRONG_NUMBER', 'LATER']

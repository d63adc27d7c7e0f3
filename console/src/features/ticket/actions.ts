import type { Permission } from '../../api/permissions'
import type { TicketAction, TicketView } from '../../api/types'

interface Meant {
  /** What the person must be allowed to do at all. */
  needs: Permission
  key: string
}

/** Every step that a ticket may offer, the likeliest first: units' own steps, then the desk's, then the rare ones. */
export const ACTIONS: Record<TicketAction, Meant> = {
  ACCEPT: { needs: 'ticket.answer', key: 'a' },
  START: { needs: 'ticket.answer', key: 'b' },
  ANSWER: { needs: 'ticket.answer', key: 'r' },
  APPLY_CLOSE: { needs: 'ticket.answer', key: 'f' },
  TRIAGE: { needs: 'ticket.handle', key: 's' },
  DISPATCH: { needs: 'ticket.handle', key: 'd' },
  CHECK: { needs: 'ticket.handle', key: 'y' },
  CALL_BACK: { needs: 'ticket.handle', key: 'l' },
  CLOSE: { needs: 'ticket.handle', key: 'q' },
  URGE: { needs: 'ticket.open', key: 'c' },
  NOTE: { needs: 'ticket.note', key: 'n' },
  GO_ON: { needs: 'ticket.answer', key: 'o' },
  WAIT: { needs: 'ticket.answer', key: 'w' },
  HAND_OVER: { needs: 'ticket.answer', key: 'h' },
  CARRY_UP: { needs: 'ticket.answer', key: 'U' },
  WITHDRAW_CLOSE: { needs: 'ticket.answer', key: 'F' },
  RETURN: { needs: 'ticket.handle', key: 'B' },
  APPOINT: { needs: 'ticket.handle', key: 'i' },
  URGENT: { needs: 'ticket.urgent', key: 'u' },
  LOWER_URGENT: { needs: 'ticket.close', key: 'L' },
  REOPEN: { needs: 'ticket.handle', key: 'O' },
  MERGE: { needs: 'ticket.handle', key: 'M' },
  UNMERGE: { needs: 'ticket.handle', key: 'S' },
  REJECT: { needs: 'ticket.handle', key: 'R' },
  INVALIDATE: { needs: 'ticket.handle', key: 'I' },
}

const ORDER = Object.keys(ACTIONS) as TicketAction[]

/** What a unit is likeliest to do next; asked before what the desk is. */
const UNIT_FIRST: TicketAction[] = ['ACCEPT', 'START', 'GO_ON', 'ANSWER', 'APPLY_CLOSE']
const DESK_FIRST: TicketAction[] = ['TRIAGE', 'DISPATCH', 'CHECK', 'CALL_BACK', 'CLOSE']
/** Beside the likeliest step these keep a button of their own; everything else is in the menu. */
const IN_SIGHT: TicketAction[] = [
  'ANSWER',
  'APPLY_CLOSE',
  'WAIT',
  'DISPATCH',
  'CHECK',
  'CALL_BACK',
  'URGE',
  'NOTE',
  'URGENT',
]

export interface Offered {
  primary: TicketAction | null
  inSight: TicketAction[]
  more: TicketAction[]
}

/** The steps this person may take now, sorted into what is at hand and what is in the menu. */
export function offered(ticket: TicketView, can: (permission: Permission) => boolean): Offered {
  const may = ORDER.filter(
    (action) =>
      ticket.allowed.includes(action) &&
      can(ACTIONS[action].needs) &&
      !(action === 'URGENT' && ticket.urgent) &&
      !(action === 'LOWER_URGENT' && !ticket.urgent),
  )
  const primary = likeliest(ticket, may)
  const inSight = IN_SIGHT.filter((action) => may.includes(action) && action !== primary).slice(0, 4)
  const more = may.filter((action) => action !== primary && !inSight.includes(action))
  return { primary, inSight, more }
}

function likeliest(ticket: TicketView, may: TicketAction[]): TicketAction | null {
  const deskTurn = ticket.phase === 'DESK' || ticket.phase === 'CHECK'
  const order = deskTurn ? [...DESK_FIRST, ...UNIT_FIRST] : [...UNIT_FIRST, ...DESK_FIRST]
  return order.find((action) => may.includes(action)) ?? null
}

/** These need no words: one press does them. */
export const AT_ONCE: TicketAction[] = ['ACCEPT', 'START']

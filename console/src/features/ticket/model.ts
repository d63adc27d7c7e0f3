import type {
  AnswerKind,
  HistoryEntry,
  TicketLevel,
  TicketRow,
  TicketState,
  TicketView,
  UnitRef,
  UrgentReason,
} from '../../api/types'
import { getLocale } from '../../shared/i18n'
import type { Meaning } from '../../shared/ui'

export const STATE_MEANING: Record<TicketState, Meaning> = {
  UNOPENED: 'plain',
  NEW: 'plain',
  TRIAGED: 'plain',
  DISPATCHED: 'plain',
  ESCALATED: 'act',
  REOPENED: 'act',
  ACCEPTED: 'plain',
  IN_PROGRESS: 'plain',
  WAITING: 'stopped',
  REPLIED: 'stopped',
  CLOSE_APPLIED: 'watch',
  CHECKED: 'watch',
  CALLED_BACK: 'watch',
  APPEALED: 'act',
  CLOSED: 'good',
  REJECTED: 'stopped',
  INVALID: 'stopped',
  MERGED: 'stopped',
}

/** The name of a ticket's kind in the reader's language. */
export function kindName(ticket: Pick<TicketRow, 'kindName'>): string {
  return getLocale() === 'en' ? ticket.kindName.en : ticket.kindName.zh
}

export const ANSWER_KINDS: AnswerKind[] = [
  'FOUND_FORWARDED',
  'FOUND_DAMAGED',
  'NOT_FOUND',
  'MISDIRECTED',
  'WAITING_CUSTOMER',
  'ON_THE_WAY',
  'EXPLAINED',
]

/** What can be answered: a matter that is about no parcel has none to be found. */
export function answerKinds(ticket: Pick<TicketRow, 'waybill' | 'kind'>): AnswerKind[] {
  if (ticket.waybill === null) return ['EXPLAINED', 'WAITING_CUSTOMER']
  // What was done comes first where nobody asks where the parcel is.
  return sought(ticket.kind)
    ? ANSWER_KINDS
    : ['EXPLAINED', ...ANSWER_KINDS.filter((kind) => kind !== 'EXPLAINED')]
}

/** Whether the question is where the parcel is. */
export function sought(kind: string): boolean {
  return ['SILENT_PARCEL', 'QUERY', 'URGE'].includes(kind.split('.')[0] ?? '')
}

export const MAX_PHOTOS = 6
/** How many files one step may bring. */
export const MAX_FILES = 10
export const MAX_PHOTO_BYTES = 10 * 1024 * 1024

export function needsUntil(kind: AnswerKind): kind is 'WAITING_CUSTOMER' | 'ON_THE_WAY' {
  return kind === 'WAITING_CUSTOMER' || kind === 'ON_THE_WAY'
}

export function ticketPath(id: string): string {
  return `/tickets/${id}`
}

/** Why a ticket's clock stands still, as a key of the copy; null while it runs. */
export function pausedBy(ticket: TicketRow): 'waitingCustomer' | 'waitingTransit' | 'waitingScan' | null {
  if (ticket.state === 'REPLIED') return ticket.dueAt === null ? 'waitingScan' : null
  if (ticket.state !== 'WAITING') return null
  return ticket.waitReason === 'CUSTOMER' ? 'waitingCustomer' : 'waitingTransit'
}

/** Why a ticket climbed, as a key of the copy. */
export type Climbed = 'ESCALATED' | 'TROUBLE' | 'NOT_MOVED'

export function climbedBy(entry: HistoryEntry): Climbed {
  const why = entry.data.why
  return why === 'TROUBLE' || why === 'NOT_MOVED' ? why : 'ESCALATED'
}

interface Reached {
  level: TicketLevel
  at: string
  unit: UnitRef | null
  /** Why it left the level below; null for the opening. */
  why: Climbed | null
}

/** When the ticket reached each level, first time first; the opening counts as reaching the outlet. */
export function escalations(ticket: TicketView): Reached[] {
  const reached: Reached[] = []
  for (const entry of [...ticket.history].sort((a, b) => a.at.localeCompare(b.at))) {
    const climbed = entry.what === 'ESCALATED'
    const level = entry.what === 'OPENED' ? (entry.level ?? 'OUTLET') : climbed ? entry.level : null
    if (level !== null && !reached.some((step) => step.level === level)) {
      reached.push({ level, at: entry.at, unit: entry.unit, why: climbed ? climbedBy(entry) : null })
    }
  }
  return reached
}

export const URGENT_REASONS: UrgentReason[] = [
  'LOST',
  'BROKEN',
  'MEDICINE',
  'LIFE_CRITICAL',
  'HIGH_VALUE',
  'OTHER',
]

/** Before it is sent out a ticket lies with the desk, at no level. */
export function atDesk(state: TicketState): boolean {
  return state === 'NEW' || state === 'TRIAGED'
}

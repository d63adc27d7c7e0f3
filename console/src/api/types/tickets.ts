import type { PersonRef, UnitRef } from './common'
import type { Finding } from './parcels'

export type TicketKind = 'SILENT_PARCEL' | 'URGE' | 'QUERY'
export type TicketState = 'DISPATCHED' | 'WAITING' | 'REPLIED' | 'CLOSED'
export type TicketLevel = 'OUTLET' | 'REGION' | 'HEADQUARTERS'
export type UrgentReason = 'LOST' | 'BROKEN' | 'MEDICINE' | 'LIFE_CRITICAL' | 'HIGH_VALUE' | 'OTHER'
export type CloseReason = 'CAUSE_GONE' | 'ANSWERED_AND_MOVED' | 'SETTLED' | 'MISTAKE'
export type AnswerKind =
  | 'FOUND_FORWARDED'
  | 'FOUND_DAMAGED'
  | 'NOT_FOUND'
  | 'MISDIRECTED'
  | 'WAITING_CUSTOMER'
  | 'ON_THE_WAY'
export type TicketAction = 'ANSWER' | 'NOTE' | 'URGE' | 'URGENT' | 'CLOSE'

export interface TicketRow {
  id: string
  number: string
  kind: TicketKind
  urgent: boolean
  urgentReason: UrgentReason | null
  waybill: string
  state: TicketState
  level: TicketLevel
  unit: UnitRef
  responsible: PersonRef | null
  openedAt: string
  dueAt: string | null
  waitingUntil: string | null
  limitMinutes: number
  urges: number
  lastAnswer: { kind: AnswerKind; at: string; by: PersonRef } | null
  closedAt: string | null
  closeReason: CloseReason | null
  version: number
}

export interface Photo {
  id: string
  width: number
  height: number
}

export interface Answer {
  id: string
  at: string
  by: PersonRef
  kind: AnswerKind
  remark: string | null
  until: string | null
  misdirectedTo: UnitRef | null
  photos: Photo[]
}

export type HistoryWhat =
  | 'OPENED'
  | 'NOTIFIED'
  | 'URGED'
  | 'NOTED'
  | 'ANSWERED'
  | 'ESCALATED'
  | 'URGENT'
  | 'REDISPATCHED'
  | 'RESUMED'
  | 'CAUSE_GONE'
  | 'CLOSED'

export interface HistoryEntry {
  id: string
  at: string
  by: { kind: 'PERSON' | 'PARTNER' | 'SYSTEM'; name: string }
  what: HistoryWhat
  level: TicketLevel | null
  unit: UnitRef | null
  person: PersonRef | null
  text: string | null
  data: Record<string, unknown>
}

export interface TicketView extends TicketRow {
  finding: Finding | null
  answers: Answer[]
  history: HistoryEntry[]
  allowed: TicketAction[]
}

export interface TicketCounts {
  mine: number
  unit: number
  dueSoon: number
  overdue: number
  urgent: number
  escalated: number
  replied: number
}

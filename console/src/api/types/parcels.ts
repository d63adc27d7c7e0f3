import type { PersonRef, UnitRef } from './common'
import type { Scan, ScanType } from './scans'
import type { TicketState } from './tickets'

export type ParcelStatus =
  | 'CREATED'
  | 'IN_TRANSIT'
  | 'OUT_FOR_DELIVERY'
  | 'AT_STATION'
  | 'SIGNED'
  | 'PROBLEM'
  | 'RETURNING'
  | 'RETURNED'
  | 'CUSTOMS'

export type SilenceLevel = 'CALM' | 'WATCH' | 'SILENT' | 'PAUSED' | 'OFF'
export type LaneClass = 'SAME_CITY' | 'SAME_PROVINCE' | 'ADJACENT' | 'FAR' | 'REMOTE'

export interface ParcelRow {
  waybill: string
  status: ParcelStatus
  lastScan: { type: ScanType; scannedAt: string; site: UnitRef } | null
  promisedAt: string | null
  recipient: { name: string | null; phone: string | null } | null
  level: SilenceLevel
  openTickets: number
}

export interface ParcelSearch {
  kind: 'WAYBILL' | 'PHONE' | 'NONE'
  items: ParcelRow[]
}

export interface Candidate {
  carrier: string
  name: string
  strength: 'STRICT' | 'WIDE' | 'CHECKED'
}

export interface Party {
  name: string | null
  phone: string | null
  address: string | null
}

export interface Leg {
  fromScanId: string
  toScanId: string | null
  hours: number
  usualLowHours: number | null
  usualHighHours: number | null
  limitHours: number | null
}

export interface LimitPart {
  kind: 'BASE' | 'HOLIDAY' | 'NIGHT' | 'GRACE' | 'PAUSE' | 'FLOOR'
  hours: number
  label: string | null
}

export type LimitBasis = 'DEFAULT' | 'LEARNT' | 'SET'

export interface Limit {
  hours: number
  stage: string
  laneClass: LaneClass | null
  fromDivision: string | null
  toDivision: string | null
  basis: LimitBasis
  percentile: number | null
  samples: number | null
  floorHours: number
  parts: LimitPart[]
  version: number
}

export interface Silence {
  level: SilenceLevel
  since: string | null
  watchAt: string | null
  limitAt: string | null
  /** Null where nothing is timed. */
  limit: Limit | null
}

export type PauseReason =
  | 'STATION'
  | 'CUSTOMS'
  | 'REDELIVERY_AGREED'
  | 'CUSTOMER_HOLD'
  | 'SELF_PICKUP'
  | 'INTERCEPT'
  | 'PROBLEM_WAITING'
  | 'CLOSURE'
  | 'HOLIDAY'
  | 'AUTHORITY'
  | 'CLAIM'

export interface Pause {
  id: string
  reason: PauseReason
  from: string
  until: string | null
  by: 'SCAN' | 'PERSON' | 'CLOSURE'
}

export type ResponsibleRule =
  | 'LAST_HOLDER'
  | 'RECEIVER_BAG_HANDED_OVER'
  | 'SENDER_NO_HANDOVER'
  | 'RECEIVER_UNKNOWN'

export interface Finding {
  id: string
  kind: 'SILENT'
  waybill: string
  raisedAt: string
  silentSince: string
  limitAt: string
  limit: Limit
  responsible: UnitRef
  responsibleRule: ResponsibleRule
  clearedAt: string | null
  clearedBy: 'RESUMED' | 'LATE_UPLOAD' | 'FINISHED' | 'PAUSED' | 'MANUAL' | null
  verdict: 'RIGHT' | 'WRONG' | null
  ticketId: string | null
}

export interface FindingRow extends Finding {
  unit: UnitRef
  ticketState: TicketState | null
  ticketDueAt: string | null
  hoursSilent: number
}

export interface Note {
  id: string
  at: string
  by: PersonRef
  text: string
}

export interface ParcelView {
  waybill: string
  candidates: Candidate[]
  status: ParcelStatus
  product: string | null
  weightKg: number | null
  promisedAt: string | null
  signedAt: string | null
  origin: UnitRef | null
  destination: UnitRef | null
  laneClass: LaneClass | null
  sender: Party | null
  recipient: Party | null
  timeline: Scan[]
  legs: Leg[]
  silence: Silence | null
  pauses: Pause[]
  findings: Finding[]
  notes: Note[]
  now: string
}

export type MaskedField =
  | 'recipient.phone'
  | 'recipient.name'
  | 'recipient.address'
  | 'sender.phone'
  | 'sender.name'
  | 'sender.address'

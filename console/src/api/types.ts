/** The shapes of the server's API. One file, because every feature reads the same contract. */

export type UnitKind =
  | 'HEADQUARTERS'
  | 'REGION'
  | 'PROVINCE'
  | 'CITY'
  | 'HUB'
  | 'OUTLET'
  | 'DEPARTMENT'
  | 'UNKNOWN'

export interface UnitRef {
  code: string
  name: string
  kind: UnitKind
}

export interface PersonRef {
  id: string
  name: string
}

export interface Page<T> {
  items: T[]
  nextCursor: string | null
  total: number | null
}

export interface FieldError {
  field: string
  value: string | null
  code: string
  message: string
}

// ── system ────────────────────────────────────────────────────────────────

export interface SystemInfo {
  name: string
  version: string
  mode: 'DEMO' | 'LIVE'
  setupRequired: boolean
  now: string
  speed: number
  warmUp: { from: string; to: string; reached: string } | null
}

// ── session, people, keys ─────────────────────────────────────────────────

export type Locale = 'zh-CN' | 'en'

export type Role =
  | 'AGENT'
  | 'TEAM_LEAD'
  | 'DISPATCHER'
  | 'OUTLET_CLERK'
  | 'COURIER'
  | 'QUALITY_INSPECTOR'
  | 'TRAINER'
  | 'CLAIMS_OFFICER'
  | 'PLANNER'
  | 'REGION_MANAGER'
  | 'HEADQUARTERS_MANAGER'
  | 'ADMINISTRATOR'

export type Permission =
  | 'self'
  | 'parcel.read'
  | 'parcel.unmask'
  | 'parcel.note'
  | 'parcel.pause'
  | 'ticket.read'
  | 'ticket.open'
  | 'ticket.answer'
  | 'ticket.note'
  | 'ticket.urgent'
  | 'ticket.close'
  | 'network.read'
  | 'network.write'
  | 'people.read'
  | 'people.write'
  | 'keys.write'
  | 'audit.read'
  | 'scans.write'
  | 'scans.import'
  | 'parcels.write'
  | 'limits.read'
  | 'limits.write'
  | 'board.read'
  | 'closures.write'
  | 'outbox.read'
  | 'demo.clock'

export interface Me {
  id: string
  username: string
  name: string
  roles: Role[]
  permissions: Permission[]
  unit: UnitRef & { path: string }
  totpEnabled: boolean
  mustChangePassword: boolean
  locale: Locale
}

export interface Person {
  id: string
  username: string
  name: string
  phone: string | null
  roles: Role[]
  unit: UnitRef
  active: boolean
  lockedUntil: string | null
  totpEnabled: boolean
  lastSignInAt: string | null
  version: number
}

export interface ImportReport {
  dryRun: boolean
  rows: number
  created: number
  updated: number
  unchanged: number
  errors: (FieldError & { row: number })[]
}

export type DutyKind = 'SILENT_PARCEL' | 'URGE' | 'ALL'

export interface Duty {
  kind: DutyKind
  person: PersonRef
  phone: string | null
}

export interface PartnerKey {
  id: string
  name: string
  permissions: Permission[]
  unit: UnitRef
  ratePerMinute: number
  createdAt: string
  lastUsedAt: string | null
}

export interface IssuedKey {
  key: PartnerKey
  secret: string
  kuaidi100Salt?: string
}

// ── network ───────────────────────────────────────────────────────────────

export interface Unit extends UnitRef {
  parentCode: string | null
  path: string
  division: string | null
  address: string | null
  phone: string | null
  opens: string | null
  closes: string | null
  serviceArea: string | null
  active: boolean
  childCount: number
  version: number
  ancestors?: UnitRef[]
}

export interface Division {
  code: string
  name: string
  parent: string | null
  level: 1 | 2 | 3
}

export type ClosureReason = 'WEATHER' | 'HOLIDAY' | 'EPIDEMIC' | 'ROAD' | 'CAPACITY' | 'AUTHORITY'

export interface Closure {
  id: string
  unit: UnitRef
  reason: ClosureReason
  note: string | null
  from: string
  until: string
}

// ── scans ─────────────────────────────────────────────────────────────────

export type ScanType =
  | 'ORDER_CREATED'
  | 'PICKUP_ASSIGNED'
  | 'PICKED_UP'
  | 'BAGGED'
  | 'UNBAGGED'
  | 'LOADED'
  | 'UNLOADED'
  | 'DEPARTED'
  | 'ARRIVED'
  | 'OUT_FOR_DELIVERY'
  | 'STATION_IN'
  | 'STATION_OUT_COURIER'
  | 'SIGNED'
  | 'STATION_SIGNED'
  | 'SIGN_FAILED'
  | 'PROBLEM'
  | 'DETAINED'
  | 'REJECTED'
  | 'RETURN_STARTED'
  | 'RETURN_SIGNED'
  | 'FORWARDED'
  | 'WAYBILL_REPLACED'
  | 'INTERCEPTED'
  | 'CUSTOMS_PENDING'
  | 'CUSTOMS_IN'
  | 'CUSTOMS_RELEASED'
  | 'CUSTOMS_FAILED'
  | 'OVERSEA_IN'
  | 'OVERSEA_OUT'
  | 'OVERSEA_ARRIVAL'
  | 'OVERSEA_DEPARTURE'
  | 'CALL_MADE'
  | 'TICKET_REPLIED'
  | 'LABEL_PRINTED'

export type ScanFlag = 'LATE_UPLOAD' | 'CLOCK_AHEAD' | 'OUT_OF_ORDER' | 'HISTORIC'

export interface Scan {
  id: string
  type: ScanType
  scannedAt: string
  arrivedAt: string
  site: UnitRef
  nextSite: UnitRef | null
  device: string | null
  operator: string | null
  bag: string | null
  weightKg: number | null
  remark: string | null
  valid: boolean
  flags: ScanFlag[]
  source: string
}

export type JobState = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED'

export interface ImportJob {
  id: string
  fileName: string
  format: string
  state: JobState
  bytesTotal: number
  bytesDone: number
  lines: number
  accepted: number
  duplicates: number
  rejected: number
  startedAt: string | null
  finishedAt: string | null
  by: PersonRef
  failure: string | null
}

// ── parcels ───────────────────────────────────────────────────────────────

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

// ── watch ─────────────────────────────────────────────────────────────────

export interface LimitRow {
  stage: string
  laneClass: LaneClass | null
  fromDivision: string | null
  toDivision: string | null
  dayPart: string | null
  hours: number
  basis: LimitBasis
  percentile: number | null
  samples: number | null
  source: string | null
  author: string | null
  effectiveFrom: string
}

export interface LimitTable {
  version: number
  effectiveFrom: string
  rows: LimitRow[]
  floorHours: number
  watchHours: number
}

// ── tickets ───────────────────────────────────────────────────────────────

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

// ── notices ───────────────────────────────────────────────────────────────

export interface Notice {
  id: string
  at: string
  kind: string
  ticketId: string | null
  waybill: string | null
  params: Record<string, unknown>
  readAt: string | null
}

export interface NoticePage extends Page<Notice> {
  unread: number
}

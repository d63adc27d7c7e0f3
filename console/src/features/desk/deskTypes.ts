/** The shapes of the desk's API, by hand until they are in the API file. */
export type SeatState = 'OFFLINE' | 'READY' | 'NOT_READY' | 'WRAP_UP'
export type NotReadyReason =
  | 'SIGNED_ON'
  | 'REST'
  | 'MEAL'
  | 'MEETING'
  | 'TRAINING'
  | 'COACHING'
  | 'OUTBOUND'
  | 'SYSTEM_FAULT'
  | 'OTHER'
  | 'UNANSWERED'
export type Channel = 'PHONE' | 'CHAT' | 'WECHAT' | 'EMAIL' | 'SMS' | 'FEEDBACK' | 'PARTNER'
export type ContactState = 'PARKED' | 'WAITING' | 'OFFERED' | 'TALKING' | 'CLOSED'
export type ContactEnd = 'BY_AGENT' | 'BY_CUSTOMER' | 'ABANDONED' | 'SILENT'

export interface Named {
  id: string
  name: string
}

export interface DeskUnit {
  code: string
  name: string
}

export interface Seat {
  person: Named
  unit: DeskUnit
  state: SeatState
  reason: NotReadyReason | null
  since: string
  /** A lead has set the state; only a lead lifts it. */
  forced: boolean
  until: string | null
  /** How much of a capacity of 100 their contacts take. */
  taken: number
  channels: Channel[]
  skills: Record<string, number>
}

export interface Contact {
  id: string
  conversation: string
  channel: Channel
  state: ContactState
  customer: Named & { contract: string | null }
  matter: string
  unit: DeskUnit
  level: number
  since: string
  agent: Named | null
  offeredUntil: string | null
  lastText: string | null
  lastAt: string | null
  unread: number
  repeats: number
  waybills: string[]
  end: ContactEnd | null
  disposition: string | null
  score: number | null
  version: number
}

export interface Terms {
  units: number
  targetSeconds: number
}

export interface Disposition {
  code: string
  nameZh: string
  nameEn: string
}

export interface Desk {
  me: Seat
  contacts: Contact[]
  waiting: number
  terms: Partial<Record<Channel, Terms>>
  dispositions: Disposition[]
}

export interface ContactStep {
  at: string
  what: string
  by: Named | null
  text: string | null
  data: Record<string, unknown>
}

export interface ContactLink {
  kind: 'PARCEL' | 'TICKET'
  ref: string
  at: string
}

export interface DeskCustomer {
  id: string
  name: string
  contract: string | null
  identities: { id: string; kind: string; label: string }[]
  since: string
}

export interface ContactDetail {
  contact: Contact
  customer: DeskCustomer
  steps: ContactStep[]
  links: ContactLink[]
  before: Contact[]
}

export interface DeskRow {
  unit: DeskUnit
  channel: Channel
  waiting: number
  parked: number
  longestWaitSeconds: number | null
  offered: number
  talking: number
  answeredHour: number
  inTimeHour: number
  abandonedHour: number
  estimate: { usualSeconds: number; mostlySeconds: number } | null
}

export interface DeskBoard {
  at: string
  rows: DeskRow[]
  agents: Partial<Record<SeatState, number>>
  byReason: Partial<Record<NotReadyReason, number>>
}

/** What the socket of messages is opened with. */
export interface SocketTicket {
  token: string
  until: string
  url: string
}

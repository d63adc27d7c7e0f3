import type { FieldError, PersonRef, UnitRef } from './common'

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

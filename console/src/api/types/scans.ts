import type { PersonRef, UnitRef } from './common'

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

export type ScanFlag = 'LATE_UPLOAD' | 'CLOCK_AHEAD' | 'CLOCK_BEHIND' | 'OUT_OF_ORDER' | 'HISTORIC'

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

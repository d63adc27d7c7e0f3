import type { LaneClass, LimitBasis } from './parcels'

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

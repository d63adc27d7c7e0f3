import type { UnitRef } from './common'

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

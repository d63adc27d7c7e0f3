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

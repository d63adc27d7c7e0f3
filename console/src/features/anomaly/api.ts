import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { components } from '../../api/schema'
import { usePages } from '../../shared/ui'

type Schemas = components['schemas']
export type Anomaly = Schemas['AnomalyRow']
export type Board = Schemas['AnomalyBoard']
export type Kind = Anomaly['kind']
export const KINDS = [
  'MISROUTED',
  'LOOP',
  'MISSED_ARRIVAL',
  'STUCK',
  'FAILED_AGAIN',
  'DOUBTFUL_SIGNATURE',
] as const satisfies readonly Kind[]

export function useBoard(unit: string | null) {
  return useQuery({
    queryKey: [...keys.anomalies, 'board', unit],
    queryFn: ({ signal }) => api.get<Board>('/anomalies/board', { unit }, signal),
    placeholderData: (previous) => previous,
  })
}

export function useAnomalies(unit: string | null, kind: Kind | null, standing: boolean) {
  return usePages<Anomaly>(keys.anomalies, '/anomalies', { unit, kind, standing: String(standing) })
}

export function useParcelAnomalies(waybill: string) {
  return useQuery({
    queryKey: keys.parcelAnomalies(waybill),
    queryFn: ({ signal }) =>
      api.get<Anomaly[]>(`/parcels/${encodeURIComponent(waybill)}/anomalies`, undefined, signal),
  })
}

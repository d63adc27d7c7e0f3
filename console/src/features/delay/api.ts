import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { components } from '../../api/schema'
import { usePages } from '../../shared/ui'

type Schemas = components['schemas']
export type Board = Schemas['DelayBoard']
export type DelayRow = Schemas['DelayRow']
export type Chance = DelayRow['chance']
export type Forecast = Schemas['ParcelForecast']
/** When a parcel will probably be delivered, beside what was promised. */
export type Estimated = Pick<DelayRow, 'early' | 'expected' | 'late' | 'cases'> & {
  promisedAt: string | null
}
export type Version = Schemas['DelayVersion']
export type Ahead = Schemas['DelayFiguresAhead']
export type Measured = Schemas['DelayFiguresMeasured']
export type Tenth = Schemas['DelayScoreTenth']

export const CHANCES = ['SAVEABLE', 'HARDLY', 'LATE'] as const

/** Parcels are judged every ten minutes, and no hint tells of it. */
const EVERY_MS = 60_000

export function useBoard(unit: string | null) {
  return useQuery({
    queryKey: [...keys.delays, 'board', unit],
    queryFn: ({ signal }) => api.get<Board>('/delays/board', { unit }, signal),
    placeholderData: (previous) => previous,
    refetchInterval: EVERY_MS,
  })
}

export function useDelays(unit: string | null, chance: Chance | null) {
  return usePages<DelayRow>(keys.delays, '/delays', { unit, chance }, true, EVERY_MS)
}

export function useForecast(waybill: string) {
  return useQuery({
    queryKey: keys.parcelForecast(waybill),
    queryFn: ({ signal }) =>
      api.get<Forecast>(`/parcels/${encodeURIComponent(waybill)}/forecast`, undefined, signal),
    refetchInterval: EVERY_MS,
  })
}

export function useVersions() {
  return useQuery({
    queryKey: [...keys.delays, 'versions'],
    queryFn: ({ signal }) => api.get<Version[]>('/delays/versions', undefined, signal),
  })
}

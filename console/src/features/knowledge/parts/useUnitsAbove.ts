import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client'
import { keys } from '../../../api/query'
import type { Unit } from '../../../api/types'

/** The codes of a unit and of those above it, the nearest first. */
export function useUnitsAbove(unit: string | null): string[] {
  const { data } = useQuery({
    queryKey: [...keys.units, unit, 'one'],
    queryFn: ({ signal }) => api.get<Unit>(`/network/units/${unit}`, undefined, signal),
    enabled: unit !== null,
    staleTime: 300_000,
  })
  return data === undefined
    ? []
    : data.path
        .split('/')
        .filter((code) => code !== '')
        .reverse()
}

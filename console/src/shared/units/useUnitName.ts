import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { Unit } from '../../api/types'

/** A unit; undefined while it is on its way or out of reach. */
export function useUnit(code: string | null): Unit | undefined {
  return useQuery({
    queryKey: [...keys.units, 'name', code],
    queryFn: ({ signal }) =>
      api.get<Unit>(`/network/units/${encodeURIComponent(code ?? '')}`, undefined, signal),
    enabled: code !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  }).data
}

/** What a unit is called, or its code while the name is on its way or out of reach. */
export function useUnitName(code: string | null): string {
  return useUnit(code)?.name ?? code ?? ''
}

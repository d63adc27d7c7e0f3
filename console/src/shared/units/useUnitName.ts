import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { Unit } from '../../api/types'

/** What a unit is called, or its code while the name is on its way or out of reach. */
export function useUnitName(code: string | null): string {
  const { data } = useQuery({
    queryKey: [...keys.units, 'name', code],
    queryFn: ({ signal }) =>
      api.get<Unit>(`/network/units/${encodeURIComponent(code ?? '')}`, undefined, signal),
    enabled: code !== null,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  return data?.name ?? code ?? ''
}

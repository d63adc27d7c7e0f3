import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import type { Division } from '../../api/types'

/** Provinces and cities; they change once in years. */
export function useDivisions(enabled = true) {
  return useQuery({
    queryKey: ['divisions'],
    queryFn: ({ signal }) => api.get<Division[]>('/network/divisions', undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
    enabled,
  })
}

/** The name of a division, or its code while names are on their way. */
export function useDivisionName(): (code: string) => string {
  const { data } = useDivisions()
  return (code) => data?.find((division) => division.code === code)?.name ?? code
}

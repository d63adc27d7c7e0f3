import { useQuery } from '@tanstack/react-query'
import { api } from '../../api/client'
import type { Division } from '../../api/types'

/** Divisions change once in years. */
const FOREVER = { staleTime: Number.POSITIVE_INFINITY, gcTime: Number.POSITIVE_INFINITY }

/** Provinces and cities. */
export function useDivisions(enabled = true) {
  return useQuery({
    queryKey: ['divisions'],
    queryFn: ({ signal }) => api.get<Division[]>('/network/divisions', undefined, signal),
    enabled,
    ...FOREVER,
  })
}

/** All of them, down to districts: for choosing one by any part of its name. */
export function useAllDivisions() {
  return useQuery({
    queryKey: ['divisions', 'all'],
    queryFn: ({ signal }) => api.get<Division[]>('/network/divisions', { level: 3 }, signal),
    ...FOREVER,
  })
}

/** The districts of the city that a code lies in; nothing for a province. */
export function useDistricts(code: string | null) {
  const city = code === null || code.endsWith('0000') ? null : code.slice(0, 4)
  return useQuery({
    queryKey: ['divisions', city],
    queryFn: ({ signal }) => api.get<Division[]>('/network/divisions', { level: 3, parent: city }, signal),
    enabled: city !== null,
    ...FOREVER,
  })
}

/** The name of a province or city, or its code while names are on their way. */
export function useDivisionName(): (code: string) => string {
  const { data } = useDivisions()
  return (code) => data?.find((division) => division.code === code)?.name ?? code
}

/** 广东省 惠州市 惠城区 */
export function useDivisionPath(code: string | null): string | null {
  const all = [...(useDivisions().data ?? []), ...(useDistricts(code).data ?? [])]
  if (code === null) {
    return null
  }
  const names: string[] = []
  let next: string | null = code
  while (next !== null && names.length < 4) {
    const found: Division | undefined = all.find((division) => division.code === next)
    if (found === undefined) break
    names.unshift(found.name)
    next = found.parent
  }
  return names.length === 0 ? code : [...new Set(names)].join(' ')
}

import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, apiUrl } from '../../api/client'
import { keys } from '../../api/query'
import type { Closure, Duty, NewClosure, NewDuty, Page, Unit, UnitFields } from '../../api/types'

const LIMIT = 200
/** More units than this below one parent nobody looks through by eye: searching finds them. */
const MOST_PAGES = 10

/** All units right below one; the root for null. */
async function fetchChildren(parent: string | null, signal: AbortSignal): Promise<Unit[]> {
  const units: Unit[] = []
  let cursor: string | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const found: Page<Unit> = await api.get('/network/units', { parent, cursor, limit: LIMIT }, signal)
    units.push(...found.items)
    cursor = found.nextCursor
    if (cursor === null) break
  }
  return units
}

/** The children of every unfolded unit, by the code of the parent; '' is the root. */
export function useChildren(parents: string[]) {
  return useQueries({
    queries: parents.map((parent) => ({
      queryKey: [...keys.units, 'children', parent],
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchChildren(parent === '' ? null : parent, signal),
      staleTime: 60_000,
    })),
    combine: (results) => ({
      byParent: new Map(parents.map((parent, index) => [parent, results[index]?.data])),
      error: results.find((result) => result.error !== null)?.error ?? null,
      retry: () => {
        for (const result of results) if (result.isError) void result.refetch()
      },
    }),
  })
}

export function useUnitSearch(q: string) {
  return useQuery({
    queryKey: [...keys.units, 'find', q, 'tree'],
    queryFn: ({ signal }) => api.get<Page<Unit>>('/network/units', { q, limit: 50 }, signal),
    enabled: q !== '',
    placeholderData: (previous) => previous,
  })
}

export function useUnit(code: string | null) {
  return useQuery({
    queryKey: [...keys.units, 'one', code],
    queryFn: ({ signal }) =>
      api.get<Unit>(`/network/units/${encodeURIComponent(code ?? '')}`, undefined, signal),
    enabled: code !== null,
  })
}

/** Adds a unit, or changes one when a version is given. */
export function useSaveUnit() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ fields, version }: { fields: UnitFields; version: number | null }) =>
      version === null
        ? api.post<Unit>('/network/units', fields)
        : api.put<Unit>(`/network/units/${encodeURIComponent(fields.code)}`, { ...fields, version }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.units }),
  })
}

const dutyPath = (code: string) => `/units/${encodeURIComponent(code)}/duties`

export function useDuties(code: string, enabled: boolean) {
  return useQuery({
    queryKey: [...keys.units, 'duties', code],
    queryFn: ({ signal }) => api.get<Duty[]>(dutyPath(code), undefined, signal),
    enabled,
  })
}

export function useSaveDuties(code: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (duties: NewDuty[]) => api.put<Duty[]>(dutyPath(code), duties),
    onSuccess: (saved) => client.setQueryData([...keys.units, 'duties', code], saved),
  })
}

export function useClosures() {
  return useQuery({
    queryKey: keys.closures,
    queryFn: ({ signal }) => api.get<Page<Closure>>('/network/closures', { limit: LIMIT }, signal),
    refetchInterval: 60_000,
  })
}

export function useAnnounce() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (closure: NewClosure) => api.post<Closure>('/network/closures', closure),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.closures }),
  })
}

export function useMoveEnd() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, until }: { id: string; until: string }) =>
      api.put<Closure>(`/network/closures/${id}`, { until }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.closures }),
  })
}

export const exportUrl = (format: 'csv' | 'xlsx') => apiUrl('/network/export', { format })

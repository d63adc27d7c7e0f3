import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, apiUrl, type Query } from '../../api/client'
import { keys } from '../../api/query'
import type { ExportJob } from '../../api/types'
import { isOpen } from './model'

/** Hints tell of progress; while something runs we also look ourselves. */
const EVERY_MS = 2_000

export interface NewExport {
  list: string
  title: string
  query: Query
  locale: string
}

export function useExports(enabled: boolean) {
  return useQuery({
    queryKey: keys.exports,
    queryFn: ({ signal }) => api.get<ExportJob[]>('/exports', undefined, signal),
    enabled,
    refetchInterval: (query) => (query.state.data?.some(isOpen) ? EVERY_MS : false),
  })
}

export function useOrderExport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ query, ...order }: NewExport) =>
      api.post<ExportJob>('/exports', { ...order, query: asTexts(query) }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.exports }),
  })
}

export function useCancelExport() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.post<ExportJob>(`/exports/${id}/cancel`, {}),
    onSettled: () => client.invalidateQueries({ queryKey: keys.exports }),
  })
}

export const fileUrl = (job: ExportJob) => apiUrl(`/exports/${job.id}/file`)

/** The parameters that an address would have: what is not set is left out. */
function asTexts(query: Query): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') texts[name] = String(value)
  }
  return texts
}

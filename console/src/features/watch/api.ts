import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { Learnt, LimitTable, NewLimit, Quality } from '../../api/types'

export function useLimits() {
  return useQuery({
    queryKey: keys.limits,
    queryFn: ({ signal }) => api.get<LimitTable>('/watch/limits', undefined, signal),
  })
}

export function useSetLimit() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (limit: NewLimit) => api.post<LimitTable>('/watch/limits', limit),
    onSuccess: (table) => client.setQueryData(keys.limits, table),
  })
}

export function useLearn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<Learnt>('/watch/limits/learn'),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.limits }),
  })
}

export function useQuality(days: number, enabled: boolean) {
  return useQuery({
    queryKey: [...keys.boards, 'quality', days],
    queryFn: ({ signal }) => api.get<Quality>('/watch/quality', { days }, signal),
    placeholderData: (previous) => previous,
    enabled,
  })
}

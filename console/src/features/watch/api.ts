import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { Learnt, LimitDraftList, LimitTable, NewLimit, Quality } from '../../api/types'

export function useLimits() {
  return useQuery({
    queryKey: keys.limits,
    queryFn: ({ signal }) => api.get<LimitTable>('/watch/limits', undefined, signal),
  })
}

const DRAFTS = [...keys.limits, 'drafts']

/** Asked often only while a trial runs. */
export function useDrafts() {
  return useQuery({
    queryKey: DRAFTS,
    queryFn: ({ signal }) => api.get<LimitDraftList>('/watch/limits/drafts', undefined, signal),
    refetchInterval: ({ state }) =>
      state.data?.items.some((draft) => draft.replay !== null && draft.replay.state !== 'DONE')
        ? 1_500
        : false,
  })
}

export function useProposeLimit() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (limit: NewLimit) => api.post<LimitDraftList>('/watch/limits/drafts', limit),
    onSuccess: (drafts) => client.setQueryData(DRAFTS, drafts),
  })
}

export type Decision = 'approve' | 'reject' | 'replay'

export function useDecide(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ decision, note }: { decision: Decision; note?: string | undefined }) =>
      api.post<LimitDraftList>(
        `/watch/limits/drafts/${id}/${decision}`,
        decision === 'replay' ? {} : { note },
      ),
    onSuccess: (drafts) => {
      client.setQueryData(DRAFTS, drafts)
      void client.invalidateQueries({ queryKey: keys.limits, exact: true })
    },
    onError: () => client.invalidateQueries({ queryKey: DRAFTS }),
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

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Query } from '../../api/client'
import { ApiProblem } from '../../api/problem'
import { keys, putAnswer } from '../../api/query'
import type {
  AppealCounts,
  AppealPeriod,
  AppealRow,
  AppealStatistics,
  AppealView,
  NewAppeal,
} from '../../api/types'
import { usePages } from '../../shared/ui'

export type StepName =
  | 'assign'
  | 'refuse'
  | 'investigate'
  | 'evidence-requests'
  | 'evidence'
  | 'stop-waiting'
  | 'reply'
  | 'send-back'
  | 'check'
  | 'send'
  | 'close'
  | 'reopen'

export function useAppeals(query: Query) {
  return usePages<AppealRow>(keys.appeals, '/appeals', query)
}

export function useAppealCounts() {
  return useQuery({
    queryKey: [...keys.appeals, 'counts'],
    queryFn: ({ signal }) => api.get<AppealCounts>('/appeals/counts', undefined, signal),
  })
}

export function useAppeal(id: string) {
  return useQuery({
    queryKey: keys.appeal(id),
    queryFn: ({ signal }) => api.get<AppealView>(`/appeals/${id}`, undefined, signal),
  })
}

export function useReceiveAppeal() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (paper: NewAppeal) => api.post<AppealView>('/appeals', paper),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.appeals }),
  })
}

/** Takes one step; when someone else was faster the page shows their work. */
export function useAppealStep(appeal: AppealRow) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ step, body }: { step: StepName; body: object }) =>
      api.post<AppealView>(`/appeals/${appeal.id}/${step}`, {
        ...body,
        ...(step !== 'evidence' && { version: appeal.version }),
      }),
    onSuccess: (view) => {
      putAnswer(client, keys.appeal(appeal.id), view)
      void client.invalidateQueries({ queryKey: keys.appeals })
    },
    onError: (problem) => {
      if (problem instanceof ApiProblem && problem.status === 409) {
        void client.invalidateQueries({ queryKey: keys.appeal(appeal.id) })
      }
    },
  })
}

export async function unmask(id: string, field: 'name' | 'phone', reason: string): Promise<string> {
  return (await api.post<{ value: string }>(`/appeals/${id}/unmask`, { field, reason })).value
}

export function useStatistics(from: string, until: string) {
  return useQuery({
    queryKey: [...keys.appeals, 'statistics', from, until],
    queryFn: ({ signal }) => api.get<AppealStatistics>('/appeals/statistics', { from, until }, signal),
    placeholderData: (previous) => previous,
  })
}

export function usePeriods() {
  return useQuery({
    queryKey: [...keys.appeals, 'periods'],
    queryFn: ({ signal }) => api.get<AppealPeriod[]>('/appeals/periods', undefined, signal),
  })
}

export function useEnterVolume() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (volume: { month: string; region: string; parcels: number }) =>
      api.put<void>('/appeals/volumes', volume),
    onSuccess: () => client.invalidateQueries({ queryKey: [...keys.appeals, 'statistics'] }),
  })
}

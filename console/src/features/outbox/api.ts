import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type {
  MessageAttempt,
  NewSuppression,
  OutboxDone,
  OutboxOverview,
  SuppressionEntry,
} from '../../api/types'

/** No hint tells of a message's fate. */
export const EVERY_MS = 10_000

export function useOverview() {
  return useQuery({
    queryKey: [...keys.outbox, 'overview'],
    queryFn: ({ signal }) => api.get<OutboxOverview>('/outbox/overview', undefined, signal),
    refetchInterval: EVERY_MS,
  })
}

export function useAttempts(message: string) {
  return useQuery({
    queryKey: [...keys.outbox, 'attempts', message],
    queryFn: ({ signal }) => api.get<MessageAttempt[]>('/outbox/attempts', { message }, signal),
  })
}

/** Every change makes all of the outbox stale: lists, counts and tries. */
function useChange<In, Out>(change: (input: In) => Promise<Out>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: keys.outbox }),
  })
}

export function useResend() {
  return useChange((id: string) => api.post<OutboxDone[]>('/outbox/resend', { ids: [id] }))
}

export function useGiveUp() {
  return useChange(({ id, reason }: { id: string; reason: string }) =>
    api.post<OutboxDone[]>('/outbox/give-up', { ids: [id], reason }),
  )
}

export function useSuppress() {
  return useChange((entry: NewSuppression) => api.post<SuppressionEntry>('/outbox/suppressions', entry))
}

export function useLift() {
  return useChange((lift: { id: string; note: string }) => api.post<void>('/outbox/suppressions/lift', lift))
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, apiUrl } from '../../../api/client'
import { keys } from '../../../api/query'
import type { PayoutBatch } from '../../../api/types'

export function useBatches() {
  return useQuery({
    queryKey: keys.batches,
    queryFn: ({ signal }) => api.get<PayoutBatch[]>('/payouts/batches', undefined, signal),
  })
}

export function useMakeBatch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => api.post<PayoutBatch>('/payouts/batches'),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.batches }),
  })
}

export const fileUrl = (batch: PayoutBatch) => apiUrl(`/payouts/batches/${batch.id}/file`)
export const resultPath = (batch: PayoutBatch) => `/payouts/batches/${batch.id}/result`

import { useQuery } from '@tanstack/react-query'
import { api, type Query } from '../../../api/client'
import { keys } from '../../../api/query'
import type { Payout, PayoutView } from '../../../api/types'
import { usePages } from '../../../shared/ui'

export function usePayouts(query: Query) {
  return usePages<Payout>(keys.payouts, '/payouts', query)
}

export function usePayout(id: string) {
  return useQuery({
    queryKey: keys.payout(id),
    queryFn: ({ signal }) => api.get<PayoutView>(`/payouts/${id}`, undefined, signal),
  })
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { BulkReport, CloseReason, UrgentReason } from '../../api/types'

export type BulkAction = 'NOTE' | 'URGE' | 'URGENT' | 'CLOSE'
export const BULK_ACTIONS: BulkAction[] = ['NOTE', 'URGE', 'URGENT', 'CLOSE']

export interface BulkOrder {
  action: BulkAction
  tickets: { id: string; version: number }[]
  text: string
  reason: UrgentReason | CloseReason | null
}

export function useBulk() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (order: BulkOrder) => api.post<BulkReport>('/tickets/bulk', order),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: keys.tickets })
      void client.invalidateQueries({ queryKey: keys.ticketCounts })
    },
  })
}

/** A report as it grows, until every row has its answer. */
export function useBulkReport(begun: BulkReport | null) {
  return useQuery({
    queryKey: [...keys.tickets, 'bulk', begun?.id],
    queryFn: ({ signal }) => api.get<BulkReport>(`/tickets/bulk/${begun?.id}`, undefined, signal),
    enabled: begun !== null && begun.done < begun.total,
    initialData: begun ?? undefined,
    refetchInterval: (query) => {
      const report = query.state.data
      return report !== undefined && report.done < report.total ? 1_000 : false
    },
  })
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, apiUrl, type Query } from '../../api/client'
import { keys } from '../../api/query'
import type { BulkReport, CloseReason, UrgentReason } from '../../api/types'

export type BulkAction = 'NOTE' | 'URGE' | 'URGENT' | 'ASSIGN' | 'GATHER' | 'CLOSE'
export const BULK_ACTIONS: BulkAction[] = ['NOTE', 'URGE', 'URGENT', 'ASSIGN', 'GATHER', 'CLOSE']
/** How many tickets a list may have that is taken as a whole. */
export const MOST_BY_FILTER = 10_000

export interface BulkOrder {
  action: BulkAction
  tickets?: { id: string; version: number }[]
  /** All tickets of the list instead, of which so many were shown. */
  filter?: Query
  expected?: number
  /** To whom they are assigned. */
  target?: string
  /** The mass event that is opened for them. */
  parent?: { title: string; kind: string }
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

/** The table of all rows. */
export const rowsUrl = (report: BulkReport) => apiUrl(`/tickets/bulk/${report.id}/rows`)

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

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/client'
import { ApiProblem } from '../../../api/problem'
import { keys } from '../../../api/query'
import type { Difference, ImportReport, ReconciledDay, Settling } from '../../../api/types'
import { usePages } from '../../../shared/ui'

const BASE = '/payouts/reconciliations'

export function useDays() {
  return useQuery({
    queryKey: [...keys.reconciliation, 'days'],
    queryFn: ({ signal }) => api.get<ReconciledDay[]>(BASE, undefined, signal),
  })
}

export function useDifferences(open: boolean) {
  return usePages<Difference>(keys.reconciliation, `${BASE}/differences`, { open })
}

/** Says what is right of a difference; when somebody was faster, the list shows what they said. */
export function useSettle(id: string) {
  const client = useQueryClient()
  const refresh = () => {
    for (const queryKey of [keys.reconciliation, keys.payouts, keys.accounts]) {
      void client.invalidateQueries({ queryKey })
    }
  }
  return useMutation({
    mutationFn: (settling: Settling) => api.post<Difference>(`${BASE}/differences/${id}/settle`, settling),
    onSuccess: refresh,
    onError: (problem) => {
      if (problem instanceof ApiProblem && problem.status === 409) refresh()
    },
  })
}

/** Brings the statement of a day. It is compared at once; a file with a fault is refused whole. */
export function useStatement() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ day, file }: { day: string; file: File }) => {
      const form = new FormData()
      form.set('file', file)
      return api.post<ImportReport>(`${BASE}/statements`, form, { query: { day } })
    },
    onSuccess: (report) => {
      if (report.errors.length > 0) return
      for (const queryKey of [keys.reconciliation, keys.payouts, keys.accounts]) {
        void client.invalidateQueries({ queryKey })
      }
    },
  })
}

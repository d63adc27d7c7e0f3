import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Query } from '../../api/client'
import { ApiProblem } from '../../api/problem'
import { keys, putAnswer } from '../../api/query'
import type { Assessment, ClaimCounts, ClaimRow, ClaimTry, ClaimView, NewClaim } from '../../api/types'
import { usePages } from '../../shared/ui'

export type StepName =
  | 'take'
  | 'quick'
  | 'ask-evidence'
  | 'evidence'
  | 'propose'
  | 'approve'
  | 'send-back'
  | 'refuse'
  | 'uphold'
  | 'answer'
  | 'facts'
  | 'payee'

export interface Step {
  step: StepName
  body: object
}

/** What is written over rather than taken further. */
const PUT = new Set<StepName>(['facts', 'payee'])
/** What may come at any time, so that it names no version. */
const UNVERSIONED = new Set<StepName>(['evidence', 'payee'])

export function useClaims(query: Query) {
  return usePages<ClaimRow>(keys.claims, '/claims', query)
}

export function useClaimCounts() {
  return useQuery({
    queryKey: [...keys.claims, 'counts'],
    queryFn: ({ signal }) => api.get<ClaimCounts>('/claims/counts', undefined, signal),
  })
}

export function useClaim(id: string) {
  return useQuery({
    queryKey: keys.claim(id),
    queryFn: ({ signal }) => api.get<ClaimView>(`/claims/${id}`, undefined, signal),
  })
}

export function useEnterClaim() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (claim: NewClaim) => api.post<ClaimView>('/claims', claim),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.claims }),
  })
}

/** What would be owed; asks only, and keeps nothing. */
export function useAssess() {
  return useMutation({ mutationFn: (asked: ClaimTry) => api.post<Assessment>('/claims/assess', asked) })
}

/** Takes one step on the version that is shown; when someone else was faster the drawer shows their work. */
export function useClaimStep(claim: ClaimRow) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ step, body }: Step) => {
      const sent = UNVERSIONED.has(step) ? body : { ...body, version: claim.version }
      const path = `/claims/${claim.id}/${step}`
      return PUT.has(step) ? api.put<ClaimView>(path, sent) : api.post<ClaimView>(path, sent)
    },
    onSuccess: (view) => {
      putAnswer(client, keys.claim(claim.id), view)
      void client.invalidateQueries({ queryKey: keys.claims })
    },
    onError: (problem) => {
      if (problem instanceof ApiProblem && problem.status === 409) {
        void client.invalidateQueries({ queryKey: keys.claim(claim.id) })
      }
    },
  })
}

export type MaskedField = 'name' | 'phone' | 'payee.name' | 'payee.account'

export async function unmask(id: string, field: MaskedField, reason: string): Promise<string> {
  return (await api.post<{ value: string }>(`/claims/${id}/unmask`, { field, reason })).value
}

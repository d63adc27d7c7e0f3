import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../../api/client'
import { ApiProblem } from '../../../api/problem'
import { keys, putAnswer } from '../../../api/query'
import type { Policy, PolicyBody, PolicyList, Sentence } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'

const TRIAL_EVERY_MS = 1_500

export function usePolicies() {
  return useQuery({
    queryKey: keys.policies,
    queryFn: ({ signal }) => api.get<PolicyList>('/desk/policies', undefined, signal),
  })
}

/** One version; looked at often while its trial runs. */
export function usePolicy(version: number | null) {
  return useQuery({
    queryKey: keys.policy(version ?? 0),
    queryFn: ({ signal }) => api.get<Policy>(`/desk/policies/${version}`, undefined, signal),
    enabled: version !== null,
    refetchInterval: ({ state }) => {
      const trial = state.data?.trial
      return trial?.state === 'QUEUED' || trial?.state === 'RUNNING' ? TRIAL_EVERY_MS : false
    },
  })
}

export type PolicyAct =
  | { act: 'begin'; from: number | null; note: string }
  | { act: 'save'; version: number; revision: number; note: string; body: PolicyBody }
  | { act: 'trial'; version: number }
  | { act: 'force'; version: number; revision: number }
  | { act: 'drop'; version: number; revision: number; reason: string }

function perform(act: PolicyAct): Promise<Policy> {
  switch (act.act) {
    case 'begin':
      return api.post('/desk/policies', { from: act.from, note: act.note })
    case 'save':
      return api.put(`/desk/policies/${act.version}`, {
        revision: act.revision,
        note: act.note,
        body: act.body,
      })
    case 'trial':
      return api.post(`/desk/policies/${act.version}/trial`, {})
    case 'force':
      return api.post(`/desk/policies/${act.version}/force`, { revision: act.revision })
    case 'drop':
      return api.post(`/desk/policies/${act.version}/drop`, { revision: act.revision, reason: act.reason })
  }
}

export function usePolicyAct() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: perform,
    onSuccess: (policy) => {
      putAnswer(client, keys.policy(policy.row.version), policy)
      void client.invalidateQueries({ queryKey: keys.policies, exact: true })
    },
    // The form names every field that is wrong.
    onError: (problem) => {
      if (!(problem instanceof ApiProblem && problem.errors.length > 0)) message.error(sayProblem(problem))
    },
  })
}

/** What a sentence would be by a body that need not be saved. */
export function useSentence() {
  return useMutation({
    mutationFn: (asked: { text: string; version: number; body: PolicyBody }) =>
      api.post<Sentence>('/desk/policies/try', asked),
  })
}

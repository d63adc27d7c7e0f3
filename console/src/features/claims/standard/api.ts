import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../../api/client'
import { ApiProblem } from '../../../api/problem'
import { keys, putAnswer } from '../../../api/query'
import type { ClaimBook, ClaimStandardList, ClaimStandardVersion, ClaimTrial } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'

const PATH = '/claim-standards'

export function useStandards() {
  return useQuery({
    queryKey: keys.claimStandards,
    queryFn: ({ signal }) => api.get<ClaimStandardList>(PATH, undefined, signal),
  })
}

export function useStandard(version: number) {
  return useQuery({
    queryKey: keys.claimStandard(version),
    queryFn: ({ signal }) => api.get<ClaimStandardVersion>(`${PATH}/${version}`, undefined, signal),
  })
}

/** The version that is saved, tried on the claims of the last days; only when it is asked for. */
export function useTrial(version: number, days: number, asked: boolean) {
  return useQuery({
    queryKey: keys.claimTrial(version, days),
    queryFn: ({ signal }) => api.get<ClaimTrial>(`${PATH}/${version}/trial`, { days }, signal),
    enabled: asked,
  })
}

type Act =
  | { act: 'begin'; from: number; note: string }
  | { act: 'save'; version: number; revision: number; note: string; body: ClaimBook }
  | { act: 'approve'; version: number; revision: number; from: string | null }
  | { act: 'drop'; version: number; revision: number; reason: string }

function perform(act: Act): Promise<ClaimStandardVersion> {
  switch (act.act) {
    case 'begin':
      return api.post(PATH, { from: act.from, note: act.note })
    case 'save':
      return api.put(`${PATH}/${act.version}`, {
        revision: act.revision,
        note: act.note,
        body: act.body,
      })
    case 'approve':
      return api.post(`${PATH}/${act.version}/approve`, { revision: act.revision, from: act.from })
    case 'drop':
      return api.post(`${PATH}/${act.version}/drop`, { revision: act.revision, reason: act.reason })
  }
}

export function useStandardAct() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: perform,
    onSuccess: (answer) => {
      const { version } = answer.row
      client.removeQueries({ queryKey: [...keys.claimStandard(version), 'trial'] })
      putAnswer(client, keys.claimStandard(version), answer)
      void client.invalidateQueries({ queryKey: keys.claimStandards, exact: true })
    },
    onError: (problem, { act }) => {
      // What is said beside the form needs no second word above it.
      const said =
        problem instanceof ApiProblem &&
        ((act === 'save' && problem.code === 'CHANGED_MEANWHILE') || problem.errors.length > 0)
      if (!said) message.error(sayProblem(problem))
    },
  })
}

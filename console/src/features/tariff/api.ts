import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../api/client'
import { ApiProblem } from '../../api/problem'
import { keys, putAnswer } from '../../api/query'
import type { QuoteAsk, Quoted, Tariff, TariffList, TariffVersion } from '../../api/types'
import { sayProblem } from '../../shared/problems'

export function useQuote() {
  return useMutation({ mutationFn: (ask: QuoteAsk) => api.post<Quoted>('/quotes', ask) })
}

export function useTariffs() {
  return useQuery({
    queryKey: keys.tariffs,
    queryFn: ({ signal }) => api.get<TariffList>('/tariffs', undefined, signal),
  })
}

export function useTariff(version: number | null) {
  return useQuery({
    queryKey: keys.tariff(version ?? 0),
    queryFn: ({ signal }) => api.get<TariffVersion>(`/tariffs/${version}`, undefined, signal),
    enabled: version !== null,
  })
}

export type TariffAct =
  | { act: 'begin'; from: number; note: string }
  | { act: 'save'; version: number; revision: number; note: string; body: Tariff }
  | { act: 'approve'; version: number; revision: number; from: string | null }
  | { act: 'drop'; version: number; revision: number; reason: string }

function perform(act: TariffAct): Promise<TariffVersion> {
  switch (act.act) {
    case 'begin':
      return api.post('/tariffs', { from: act.from, note: act.note })
    case 'save':
      return api.put(`/tariffs/${act.version}`, { revision: act.revision, note: act.note, body: act.body })
    case 'approve':
      return api.post(`/tariffs/${act.version}/approve`, { revision: act.revision, from: act.from })
    case 'drop':
      return api.post(`/tariffs/${act.version}/drop`, { revision: act.revision, reason: act.reason })
  }
}

export function useTariffAct() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: perform,
    onSuccess: (answer) => {
      putAnswer(client, keys.tariff(answer.row.version), answer)
      void client.invalidateQueries({ queryKey: keys.tariffs, exact: true })
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

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { BotNumbers, BotReception, BotReplay, BotSession, BotTry } from '../../api/types'
import { sayProblem } from '../../shared/problems'
import { usePages } from '../../shared/ui'

const EVERY_MS = 15_000

export function useReceptions() {
  return useQuery({
    queryKey: keys.botReceptions,
    queryFn: ({ signal }) => api.get<BotReception[]>('/bot/receptions', undefined, signal),
  })
}

export interface ReceptionChange {
  channel: BotReception['channel']
  unit: string | null
  active: boolean
  version: number
}

export function useChangeReception() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ({ channel, ...change }: ReceptionChange) =>
      api.put<BotReception[]>(`/bot/receptions/${channel}`, change),
    onSuccess: (all) => client.setQueryData(keys.botReceptions, all),
    onError: (problem) => {
      message.error(sayProblem(problem))
      void client.invalidateQueries({ queryKey: keys.botReceptions })
    },
  })
}

export function useNumbers(days: number) {
  return useQuery({
    queryKey: keys.botNumbers(days),
    queryFn: ({ signal }) => api.get<BotNumbers>('/bot/numbers', { days }, signal),
  })
}

export function useSessions(end: BotSession['end']) {
  return usePages<BotSession>(keys.botSessions, '/bot/sessions', { end }, true, EVERY_MS)
}

export function useReplay(id: string | null) {
  return useQuery({
    queryKey: keys.botReplay(id ?? ''),
    queryFn: ({ signal }) => api.get<BotReplay>(`/bot/sessions/${id}`, undefined, signal),
    enabled: id !== null,
  })
}

export function useTry() {
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (text: string) => api.post<BotTry>('/bot/try', { text }),
    onError: (problem) => message.error(sayProblem(problem)),
  })
}

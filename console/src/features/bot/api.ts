import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type {
  BotExample,
  BotExamples,
  BotModels,
  BotNumbers,
  BotReception,
  BotReplay,
  BotSession,
  BotTry,
  BotWeek,
} from '../../api/types'
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

export type ExampleState = BotExample['state']

export function useExamples(state: ExampleState, offset: number, limit: number) {
  return useQuery({
    queryKey: keys.botExamples(state, offset),
    queryFn: ({ signal }) => api.get<BotExamples>('/bot/examples', { state, offset, limit }, signal),
    // Those of another state would stand there with buttons that are none of theirs.
    placeholderData: (before, query) => (query?.queryKey[1] === state ? before : undefined),
  })
}

export interface Decision {
  id: string
  was: ExampleState
  state: ExampleState
  intent: string | null
}

export function useDecide() {
  const refresh = useRefresh(['bot-examples'])
  return useMutation({
    mutationFn: ({ id, ...decision }: Decision) => api.put<BotExample>(`/bot/examples/${id}`, decision),
    ...refresh,
  })
}

export function useWriteExample() {
  const refresh = useRefresh(['bot-examples'])
  return useMutation({
    mutationFn: (example: { text: string; intent: string | null }) =>
      api.post<BotExample>('/bot/examples', example),
    ...refresh,
  })
}

export function useModels() {
  return useQuery({
    queryKey: keys.botModels,
    queryFn: ({ signal }) => api.get<BotModels>('/bot/models', undefined, signal),
    // While one is learnt somebody waits for its examination.
    refetchInterval: (query) =>
      query.state.data?.items.some((one) => one.state === 'QUEUED' || one.state === 'LEARNING')
        ? 2_000
        : EVERY_MS,
  })
}

export function useLearn() {
  const refresh = useRefresh(keys.botModels)
  return useMutation({ mutationFn: () => api.post<BotModels>('/bot/models', null), ...refresh })
}

export function useForceModel() {
  const refresh = useRefresh(keys.botModels)
  return useMutation({
    mutationFn: (version: number) => api.post<BotModels>(`/bot/models/${version}/force`, null),
    ...refresh,
  })
}

export function useDrift() {
  return useQuery({
    queryKey: keys.botDrift,
    queryFn: ({ signal }) => api.get<BotWeek[]>('/bot/drift', { weeks: 8 }, signal),
  })
}

/** Reads the list again, whatever came of the change, and says what went wrong. */
function useRefresh(queryKey: readonly string[]) {
  const client = useQueryClient()
  const { message } = App.useApp()
  return {
    onSettled: () => client.invalidateQueries({ queryKey }),
    onError: (problem: unknown) => {
      message.error(sayProblem(problem))
    },
  }
}

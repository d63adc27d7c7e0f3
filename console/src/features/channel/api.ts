import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { ChannelAccount, ChannelTrial, MessageChannel, NewChannelAccount } from '../../api/types'
import { sayProblem } from '../../shared/problems'

/** Numbers that wait or failed change by themselves. */
const EVERY_MS = 10_000

export function useChannels() {
  return useQuery({
    queryKey: keys.channels,
    queryFn: ({ signal }) => api.get<MessageChannel[]>('/channels', undefined, signal),
    refetchInterval: EVERY_MS,
  })
}

export type AccountFields = Omit<NewChannelAccount, 'key'> & { key: string; active: boolean }

/** Adds an account, or changes the one that is given. */
export function useSaveAccount(channel: string, account: ChannelAccount | null) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ key, active, ...fields }: AccountFields) =>
      account === null
        ? api.post<ChannelAccount>(`/channels/${channel}/accounts`, { key, ...fields })
        : api.put<ChannelAccount>(`/channels/${channel}/accounts/${account.key}`, {
            version: account.version,
            active,
            ...fields,
          }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.channels }),
  })
}

export function useTrial() {
  return useMutation({
    mutationFn: (account: ChannelAccount) =>
      api.post<ChannelTrial>(`/channels/${account.channel}/accounts/${account.key}/trial`),
  })
}

export function useReadAgain() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (account: ChannelAccount) =>
      api.post<unknown>(`/channels/${account.channel}/accounts/${account.key}/again`),
    onError: (problem) => message.error(sayProblem(problem)),
    onSettled: () => client.invalidateQueries({ queryKey: keys.channels }),
  })
}

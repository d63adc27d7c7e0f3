import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { Reply } from '../../api/types'
import { sayProblem } from '../../shared/problems'

const REPLIES = [...keys.desk, 'replies']

/** What I may say; with `below`, a lead also gets those of the units below. */
export function useReplies(below = false) {
  return useQuery({
    queryKey: [...REPLIES, below],
    queryFn: ({ signal }) => api.get<Reply[]>('/desk/replies', { below }, signal),
    staleTime: 60_000,
  })
}

export type ReplyChange =
  | { do: 'add'; unit: string | null; code: string; text: string; position: number }
  | { do: 'change'; reply: Reply; code: string; text: string; position: number }
  | { do: 'remove'; reply: Reply }

function perform(change: ReplyChange): Promise<unknown> {
  switch (change.do) {
    case 'add': {
      const { unit, code, text, position } = change
      return api.post('/desk/replies', { unit, code, text, position })
    }
    case 'change': {
      const { reply, code, text, position } = change
      return api.put(`/desk/replies/${reply.id}`, { code, text, position, version: reply.version })
    }
    case 'remove':
      return api.delete(`/desk/replies/${change.reply.id}`)
  }
}

export function useReplyChange() {
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: perform,
    onError: (problem) => message.error(sayProblem(problem)),
    onSettled: () => client.invalidateQueries({ queryKey: REPLIES }),
  })
}

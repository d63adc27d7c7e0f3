import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { api } from '../../api/client'
import { keys, putAnswer } from '../../api/query'
import type { PersonRef, SavedView, TicketRow, TicketView, Viewer } from '../../api/types'

/** How often a page says that it is still open; the server forgets it after 40 seconds. */
const EVERY_MS = 15_000

export type Doing = 'VIEWING' | 'EDITING'

/** Says what this person does with the ticket while the page is open, and tells who else is there. */
export function usePresence(id: string, doing: Doing): Viewer[] {
  const { data } = useQuery({
    queryKey: [...keys.presence(id), doing],
    queryFn: () => api.post<Viewer[]>(`/tickets/${id}/presence`, { doing }),
    refetchInterval: EVERY_MS,
    placeholderData: (previous) => previous,
  })
  useEffect(
    () => () => {
      void api.post(`/tickets/${id}/presence`, { doing: null }).catch(() => undefined) // the lease ends it anyway
    },
    [id],
  )
  return data ?? []
}

export function useMentionable(id: string, q: string) {
  return useQuery({
    queryKey: [...keys.people, 'mentionable', id, q],
    queryFn: ({ signal }) => api.get<PersonRef[]>(`/tickets/${id}/people`, { q }, signal),
    placeholderData: (previous) => previous,
  })
}

export function useMention(ticket: TicketRow) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (note: { text: string; people: string[] }) =>
      api.post<TicketView>(`/tickets/${ticket.id}/mentions`, note),
    onSuccess: (view) => putAnswer(client, keys.ticket(ticket.id), view),
  })
}

export function useMacros() {
  return useQuery({
    queryKey: [...keys.views, 'macros'],
    queryFn: ({ signal }) =>
      api.get<{ views: SavedView[]; first: string | null }>('/views', { list: 'ticket-macros' }, signal),
  })
}

export interface NewMacro {
  name: string
  query: { text: string; actions: string }
  shared: SavedView['shared']
  unitCode: string | null
}

export function useKeepMacro() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (macro: NewMacro) =>
      api.post<SavedView>(macro.shared === 'PERSON' ? '/views' : '/views/shared', {
        list: 'ticket-macros',
        ...macro,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.views }),
  })
}

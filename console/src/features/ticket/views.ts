import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { SavedView, ViewSharing } from '../../api/types'

export interface Shown {
  /** The id of a saved view, or the name of a built-in one. */
  id: string
  query: Record<string, string>
  saved: SavedView | null
}

/** The views that everybody has, by name; their words stand in the copy. */
export const BUILT_IN = [
  'mine',
  'unit',
  'dueSoon',
  'overdue',
  'urgent',
  'escalated',
  'waiting',
  'open',
  'closed',
] as const
export type BuiltIn = (typeof BUILT_IN)[number]

export const BUILT_IN_QUERY: Record<BuiltIn, Record<string, string>> = {
  mine: { view: 'mine' },
  unit: { view: 'unit' },
  dueSoon: { view: 'all', dueSoon: 'true' },
  overdue: { view: 'all', overdue: 'true' },
  urgent: { view: 'all', urgent: 'true' },
  escalated: { view: 'all', escalated: 'true' },
  waiting: { view: 'all', state: 'WAITING' },
  open: { view: 'all' },
  closed: { view: 'all', state: 'CLOSED' },
}

/** A count of this many means that there are more. */
export const COUNTED = 10_000

export function useViews() {
  return useQuery({
    queryKey: keys.views,
    queryFn: ({ signal }) =>
      api.get<{ views: SavedView[]; first: string | null }>('/views', { list: 'tickets' }, signal),
  })
}

/** How many tickets each view holds; asked again when a ticket changes. */
export function useViewCounts(views: Shown[]) {
  const queries = Object.fromEntries(
    views.filter((view) => view.id !== 'closed').map((view) => [view.id, view.query]),
  )
  return useQuery({
    queryKey: [...keys.ticketCounts, 'views', queries],
    queryFn: () => api.post<Record<string, number>>('/views/counts', { list: 'tickets', queries }),
    placeholderData: (previous) => previous,
    enabled: views.length > 0,
  })
}

export interface NewView {
  name: string
  query: Record<string, string>
  columns: string[]
  shared: ViewSharing
  unitCode?: string | null
}

export function useKeepView() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (view: NewView) =>
      api.post<SavedView>(view.shared === 'PERSON' ? '/views' : '/views/shared', {
        list: 'tickets',
        ...view,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.views }),
  })
}

/** Gives a saved view another name, other rows or other readers; refused where somebody else changed it meanwhile. */
export function useChangeView() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ view, to }: { view: SavedView; to: NewView }) =>
      api.put<SavedView>(`/views/${view.id}`, {
        list: 'tickets',
        role: to.shared === 'ROLE' ? view.role : null,
        version: view.version,
        ...to,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.views }),
  })
}

export function useDropView() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete<void>(`/views/${id}`),
    onSettled: () => client.invalidateQueries({ queryKey: keys.views }),
  })
}

export function useBeginWith() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (view: string) => api.put<void>('/views/first', { list: 'tickets', view }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.views }),
  })
}

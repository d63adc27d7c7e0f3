import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { NewPause, ParcelSearch, ParcelView, TicketRow, Unmasked } from '../../api/types'
import type { MaskedField } from './model'

/** Shorter input finds nothing but load. */
export const MIN_SEARCH = 4

const at = (waybill: string) => `/parcels/${encodeURIComponent(waybill)}`

export function useParcel(waybill: string) {
  return useQuery({
    queryKey: keys.parcel(waybill),
    queryFn: ({ signal }) => api.get<ParcelView>(at(waybill), undefined, signal),
    enabled: waybill !== '',
  })
}

export function useParcelTickets(waybill: string) {
  return useQuery({
    queryKey: keys.parcelTickets(waybill),
    queryFn: ({ signal }) => api.get<TicketRow[]>(`${at(waybill)}/tickets`, undefined, signal),
    enabled: waybill !== '',
  })
}

export function useParcelSearch(q: string) {
  return useQuery({
    queryKey: keys.parcelSearch(q),
    queryFn: ({ signal }) => api.post<ParcelSearch>('/parcels/search', { q }, { signal }),
    enabled: q.length >= MIN_SEARCH,
    gcTime: 60_000,
  })
}

export function unmask(waybill: string, field: MaskedField, reason: string): Promise<string> {
  return api.post<Unmasked>(`${at(waybill)}/unmask`, { field, reason }).then((answer) => answer.value)
}

export function useParcelNote(waybill: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (text: string) => api.post<unknown>(`${at(waybill)}/notes`, { text }),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.parcel(waybill) }),
  })
}

export function useParcelPause(waybill: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (pause: NewPause) => api.post<unknown>(`${at(waybill)}/pauses`, pause),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.parcel(waybill) }),
  })
}

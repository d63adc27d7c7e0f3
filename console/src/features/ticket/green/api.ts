import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client'
import { keys } from '../../../api/query'
import type { components } from '../../../api/schema'
import { usePages } from '../../../shared/ui'

type Schemas = components['schemas']
export type GreenTicket = Schemas['GreenTicket']
export type GreenSummary = Schemas['GreenSummary']
export type GreenUse = Schemas['GreenUse']
export type UseOf = Schemas['UseOf']

export interface Narrowed {
  unit: string | null
  reason: string | null
}

/** Under the key of tickets, so that every hint of one brings the board up to date. */
export function useGreen(to: Narrowed) {
  return usePages<GreenTicket>(keys.tickets, '/tickets/green', { ...to })
}

/** Looked at again by itself too: what runs out of time sends no hint. */
export function useGreenSummary(to: Narrowed) {
  return useQuery({
    queryKey: [...keys.tickets, 'green-summary', to],
    queryFn: ({ signal }) => api.get<GreenSummary>('/tickets/green/summary', { ...to }, signal),
    placeholderData: (previous) => previous,
    refetchInterval: 20_000,
  })
}

export function useGreenUse(unit: string | null) {
  return useQuery({
    queryKey: [...keys.tickets, 'green-use', unit],
    queryFn: ({ signal }) => api.get<GreenUse>('/tickets/green/use', { unit }, signal),
    placeholderData: (previous) => previous,
  })
}

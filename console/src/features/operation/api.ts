import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { components } from '../../api/schema'
import type { Page } from '../../api/types'
import { usePages } from '../../shared/ui'

type Schemas = components['schemas']
export type Board = Schemas['OperationBoard']
export type Abnormality = Schemas['AbnormalityView']
export type Cause = Abnormality['cause']
export type Curve = Schemas['Curve']
export type Point = Curve['points'][number]
export type SiteRow = Schemas['SiteRow']
export type SitePage = Schemas['SitePage']
export type Step = Schemas['AnswerStep']
export const ORDERS = ['BACKLOG', 'AGED', 'DELIVERY_RATE', 'FAILED_SHARE'] as const
export type Order = (typeof ORDERS)[number]

/** Counts change with every scan and no hint tells of them. */
const EVERY_MS = 30_000

export function useBoard(unit: string | null) {
  return useQuery({
    queryKey: [...keys.operations, 'board', unit],
    queryFn: ({ signal }) => api.get<Board>('/operations', { unit }, signal),
    placeholderData: (previous) => previous,
    refetchInterval: EVERY_MS,
  })
}

export function useStanding(unit: string | null, cause: string | null) {
  return useQuery({
    queryKey: [...keys.operations, 'standing', unit, cause],
    queryFn: ({ signal }) =>
      api.get<Page<Abnormality>>('/operations/abnormalities', { unit, cause, limit: 50 }, signal),
    placeholderData: (previous) => previous,
    refetchInterval: EVERY_MS,
  })
}

export function usePast(unit: string | null) {
  return usePages<Abnormality>(keys.operations, '/operations/abnormalities/past', { unit })
}

export function useSites(unit: string | null, order: Order) {
  return usePages<SiteRow>(keys.operations, '/operations/sites', { unit, order }, true, EVERY_MS)
}

export function useSite(code: string) {
  return useQuery({
    queryKey: [...keys.operations, 'site', code],
    queryFn: ({ signal }) =>
      api.get<SitePage>(`/operations/sites/${encodeURIComponent(code)}`, undefined, signal),
    refetchInterval: EVERY_MS,
  })
}

/** Says something about an abnormality; when somebody else was faster the list shows their work. */
export function useAnswer() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ one, step, note }: { one: Abnormality; step: Step; note: string | null }) =>
      api.post<Abnormality>(`/operations/abnormalities/${one.id}/answers`, {
        step,
        note,
        version: one.version,
      }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.operations }),
  })
}

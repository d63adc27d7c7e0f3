import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { components } from '../../api/schema'
import { usePages } from '../../shared/ui'

type Schemas = components['schemas']
export type Cause = Schemas['CauseView']
export type CauseTable = Schemas['CauseTable']
export type CauseRow = Schemas['CauseRow']
export type CausePlaces = Schemas['CausePlaces']
export type Department = Schemas['Department']
export type Improvement = Schemas['ImprovementView']
export type Step = Improvement['steps'][number]
export type NewImprovement = Schemas['NewImprovement']
export type NewCause = Schemas['NewCause']
export type ChangedCause = Schemas['ChangedCause']

export function useCauses() {
  return useQuery({
    queryKey: [...keys.causes, 'all'],
    queryFn: ({ signal }) => api.get<Cause[]>('/causes', undefined, signal),
  })
}

export function useCauseTable(unit: string | null, department: string | null) {
  return useQuery({
    queryKey: [...keys.causes, 'figures', unit, department],
    queryFn: ({ signal }) => api.get<CauseTable>('/causes/figures', { unit, department }, signal),
    placeholderData: (previous) => previous,
  })
}

export function useCausePlaces(code: string, unit: string | null) {
  return useQuery({
    queryKey: [...keys.causes, 'places', code, unit],
    queryFn: ({ signal }) => api.get<CausePlaces>(`/causes/${code}/places`, { unit }, signal),
  })
}

export function useImprovements() {
  return usePages<Improvement>(keys.improvements, '/improvements', {})
}

export function usePropose() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewImprovement) => api.post<Improvement>('/improvements', body),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.improvements }),
  })
}

/** Takes one step; when somebody else was faster the list shows their work. */
export function useStep() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ item, step }: { item: Improvement; step: Step }) =>
      api.post<Improvement>(`/improvements/${item.id}/steps`, { step, note: null, version: item.version }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.improvements }),
  })
}

export function useAddCause() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: NewCause) => api.post<Cause>('/causes', body),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.causes }),
  })
}

export function useChangeCause() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ code, body }: { code: string; body: ChangedCause }) =>
      api.put<Cause>(`/causes/${code}`, body),
    onSettled: () => client.invalidateQueries({ queryKey: keys.causes }),
  })
}

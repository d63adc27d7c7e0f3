import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { components } from '../../api/schema'

type Schemas = components['schemas']
export type TriageView = Schemas['TriageView']
export type TriageFinding = Schemas['TriageFinding']
export type TriageRules = Schemas['TriageRulesView']
export type TriageRule = Schemas['TriageRuleView']
export type TriageWhen = Schemas['TriageWhen']
export type TriageOutcome = Schemas['TriageOutcome']
export type TriageTry = Schemas['TriageTry']
export type Aspect = Schemas['Aspect']
export type WorkSharing = Schemas['WorkSharing']

export function useRules() {
  return useQuery({
    queryKey: keys.triage,
    queryFn: ({ signal }) => api.get<TriageRules>('/triage/rules', undefined, signal),
  })
}

/** One change of the list; the revision says which list the person had before them. */
export type Change =
  | { do: 'save'; id: string | null; name: string; active: boolean; when: TriageWhen; outcome: TriageOutcome }
  | { do: 'move'; id: string; to: number }
  | { do: 'remove'; id: string }

export function useChangeRules() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ revision, change }: { revision: number; change: Change }) => {
      if (change.do === 'move') {
        return api.post<TriageRules>(`/triage/rules/${change.id}/move`, { revision, to: change.to })
      }
      if (change.do === 'remove') {
        return api.delete<TriageRules>(`/triage/rules/${change.id}?revision=${revision}`)
      }
      const { do: _, id, ...body } = change
      return id === null
        ? api.post<TriageRules>('/triage/rules', { revision, ...body })
        : api.put<TriageRules>(`/triage/rules/${id}`, { revision, ...body })
    },
    // Also when somebody else was faster: their list is the one to look at.
    onSettled: () => client.invalidateQueries({ queryKey: keys.triage }),
  })
}

export function useTry() {
  return useMutation({
    mutationFn: (body: Partial<TriageTry>) => api.post<TriageView>('/triage/try', body),
  })
}

const sharingPath = (code: string) => `/units/${encodeURIComponent(code)}/sharing`

export function useSharing(code: string) {
  return useQuery({
    queryKey: [...keys.units, 'sharing', code],
    queryFn: ({ signal }) => api.get<{ sharing: WorkSharing }>(sharingPath(code), undefined, signal),
  })
}

export function useSaveSharing(code: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (sharing: WorkSharing) => api.put<{ sharing: WorkSharing }>(sharingPath(code), { sharing }),
    onSuccess: (saved) => client.setQueryData([...keys.units, 'sharing', code], saved),
  })
}

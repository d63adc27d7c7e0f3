import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, apiUrl } from '../../../api/client'
import { keys } from '../../../api/query'
import type { IssuedKey, NewKey, Page, PartnerKey } from '../../../api/types'

export function useKeys() {
  return useQuery({
    queryKey: keys.partnerKeys,
    queryFn: ({ signal }) => api.get<Page<PartnerKey>>('/keys', undefined, signal),
  })
}

export function useIssueKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (key: NewKey) => api.post<IssuedKey>('/keys', key),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.partnerKeys }),
  })
}

export function useRevokeKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete<void>(`/keys/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.partnerKeys }),
  })
}

/** Where Kuaidi100 sends what it learns. */
export const callbackUrl = (id: string) => `${location.origin}${apiUrl(`/partners/kuaidi100/${id}`)}`

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type {
  Credential,
  CredentialKind,
  Delivery,
  IssuedCredential,
  IssuedWebhook,
  Page,
  PartnerKey,
  Webhook,
} from '../../api/types'

/** The key of that id among those that the reader looks after. */
export function useKey(id: string) {
  return useQuery({
    queryKey: keys.partnerKeys,
    queryFn: ({ signal }) => api.get<Page<PartnerKey>>('/keys', undefined, signal),
    select: (page) => page.items.find((key) => key.id === id) ?? null,
  })
}

export function useCredentials(keyId: string) {
  return useQuery({
    queryKey: keys.credentials(keyId),
    queryFn: ({ signal }) => api.get<Credential[]>(`/keys/${keyId}/credentials`, undefined, signal),
  })
}

export function useIssueCredential(keyId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { kind: CredentialKind; name: string }) =>
      api.post<IssuedCredential>(`/keys/${keyId}/credentials`, body),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.credentials(keyId) }),
  })
}

export function useRevokeCredential(keyId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => api.delete<void>(`/keys/${keyId}/credentials/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.credentials(keyId) }),
  })
}

export function useWebhooks(keyId: string) {
  return useQuery({
    queryKey: keys.webhooks(keyId),
    queryFn: ({ signal }) => api.get<Webhook[]>(`/keys/${keyId}/webhooks`, undefined, signal),
  })
}

export function useDeliveries(webhookId: string) {
  return useQuery({
    queryKey: keys.deliveries(webhookId),
    queryFn: ({ signal }) =>
      api.get<Page<Delivery>>(`/webhooks/${webhookId}/deliveries`, { limit: 50 }, signal),
    refetchInterval: 5_000,
  })
}

/** What is done with webhooks; afterwards the list and the log are read again. */
export function useWebhookActions(keyId: string) {
  const client = useQueryClient()
  const onSuccess = async () => {
    await client.invalidateQueries({ queryKey: keys.webhooks(keyId) })
    await client.invalidateQueries({ queryKey: ['deliveries'] })
  }
  return {
    add: useMutation({
      mutationFn: (body: { url: string; events: string[] }) =>
        api.post<IssuedWebhook>(`/keys/${keyId}/webhooks`, body),
      onSuccess,
    }),
    change: useMutation({
      mutationFn: ({ id, ...body }: { id: string; url: string; events: string[]; enabled: boolean }) =>
        api.put<Webhook>(`/webhooks/${id}`, body),
      onSuccess,
    }),
    rotate: useMutation({
      mutationFn: (id: string) => api.post<IssuedWebhook>(`/webhooks/${id}/secret`),
      onSuccess,
    }),
    ping: useMutation({ mutationFn: (id: string) => api.post<Delivery>(`/webhooks/${id}/ping`), onSuccess }),
    remove: useMutation({ mutationFn: (id: string) => api.delete<void>(`/webhooks/${id}`), onSuccess }),
    replay: useMutation({
      mutationFn: ({ id, ...body }: { id: string; deliveryId?: string; onlyFailed?: boolean }) =>
        api.post<{ deliveries: number }>(`/webhooks/${id}/replay`, body),
      onSuccess,
    }),
  }
}

import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem'

/** Query keys start with one of these words, so that a live hint can name what it makes stale. */
export const keys = {
  system: ['system'] as const,
  me: ['me'] as const,
  tickets: ['tickets'] as const,
  ticketCounts: ['ticket-counts'] as const,
  ticket: (id: string) => ['ticket', id] as const,
  appeals: ['appeals'] as const,
  appeal: (id: string) => ['appeal', id] as const,
  claims: ['claims'] as const,
  claimFigures: (days: number) => ['claims', 'figures', days] as const,
  claimStandards: ['claim-standards'] as const,
  claimStandard: (version: number) => ['claim-standards', version] as const,
  claimTrial: (version: number, days: number) => ['claim-standards', version, 'trial', days] as const,
  claim: (id: string) => ['claim', id] as const,
  charges: ['charges'] as const,
  charge: (id: string) => ['charge', id] as const,
  payouts: ['payouts'] as const,
  /** Below the payouts, so that whatever makes the list stale does the one. */
  payout: (id: string) => ['payouts', 'one', id] as const,
  batches: ['payout-batches'] as const,
  reconciliation: ['reconciliation'] as const,
  accounts: ['accounts'] as const,
  /** Apart from the accounts: it reads every line of the ledger and is asked for by hand. */
  ledgerCheck: ['ledger-check'] as const,
  parcel: (waybill: string) => ['parcel', waybill] as const,
  parcelTickets: (waybill: string) => ['parcel-tickets', waybill] as const,
  parcelSearch: (q: string) => ['parcel-search', q] as const,
  findings: ['findings'] as const,
  notices: ['notices'] as const,
  boards: ['boards'] as const,
  imports: ['imports'] as const,
  stream: ['stream'] as const,
  exports: ['exports'] as const,
  views: ['views'] as const,
  presence: (id: string) => ['presence', id] as const,
  units: ['units'] as const,
  people: ['people'] as const,
  partnerKeys: ['partner-keys'] as const,
  credentials: (keyId: string) => ['credentials', keyId] as const,
  webhooks: (keyId: string) => ['webhooks', keyId] as const,
  deliveries: (webhookId: string) => ['deliveries', webhookId] as const,
  closures: ['closures'] as const,
  limits: ['limits'] as const,
  audit: ['audit'] as const,
  outbox: ['outbox'] as const,
  sops: ['sops'] as const,
  calendars: ['calendars'] as const,
  causes: ['causes'] as const,
  improvements: ['improvements'] as const,
  triage: ['triage'] as const,
  devices: ['devices'] as const,
  operations: ['operations'] as const,
  anomalies: ['anomalies'] as const,
  parcelAnomalies: (waybill: string) => ['parcel-anomalies', waybill] as const,
  delays: ['delays'] as const,
  desk: ['desk'] as const,
  contacts: ['desk-contacts'] as const,
  contact: (id: string) => ['desk-contacts', id] as const,
  originalMail: (conversation: string, seq: number) => ['desk-mails', conversation, seq] as const,
  deskBoard: ['desk-board'] as const,
  channels: ['channels'] as const,
  botReceptions: ['bot-receptions'] as const,
  botNumbers: (days: number) => ['bot-numbers', days] as const,
  botSessions: ['bot-sessions'] as const,
  botExamples: (state: string, offset: number) => ['bot-examples', state, offset] as const,
  botModels: ['bot-models'] as const,
  botDrift: ['bot-drift'] as const,
  botReplay: (id: string) => ['bot-replay', id] as const,
  contracts: ['contracts'] as const,
  contract: (id: string) => ['contracts', 'one', id] as const,
  conversationChannel: (id: string) => ['conversation-channel', id] as const,
  knowledge: ['knowledge'] as const,
  /** Below the knowledge base, so that whatever makes the one stale does the other. */
  article: (id: string) => ['knowledge', 'article', id] as const,
  tariffs: ['tariffs'] as const,
  tariff: (version: number) => ['tariffs', version] as const,
  policies: ['desk-policies'] as const,
  policy: (version: number) => ['desk-policies', version] as const,
  /** Below the parcel, so that whatever makes the one stale does the other. */
  parcelForecast: (waybill: string) => ['parcel', waybill, 'forecast'] as const,
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => failures < 2 && error instanceof ApiProblem && error.transient,
        retryDelay: (attempt) => Math.min(8_000, 600 * 2 ** attempt),
      },
      mutations: { retry: false },
    },
  })
}

/**
 * Shows at once what a step answered. What was being read meanwhile may have been read before the step and would come over it, so it is let go
 * and read again.
 */
export function putAnswer<T>(client: QueryClient, queryKey: readonly unknown[], answer: T): void {
  client.setQueryData(queryKey, answer)
  void client.invalidateQueries({ queryKey, exact: true })
}

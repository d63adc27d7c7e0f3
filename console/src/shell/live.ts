import { type QueryClient, type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { apiUrl } from '../api/client'
import { keys } from '../api/query'
import { setBusinessClock } from '../shared/clock/clock'

type Hint = Record<string, unknown>
type Name =
  | 'ticket'
  | 'appeal'
  | 'claim'
  | 'charge'
  | 'payout'
  | 'reconciliation'
  | 'finding'
  | 'operation'
  | 'anomaly'
  | 'notice'
  | 'board'
  | 'import'
  | 'export'
  | 'presence'
  | 'desk'
  | 'desk-board'
  | 'channel'
  | 'desk-policies'
  | 'knowledge'
  | 'tariff'
  | 'clock'

const NAMES: Name[] = [
  'ticket',
  'appeal',
  'claim',
  'charge',
  'payout',
  'reconciliation',
  'finding',
  'operation',
  'anomaly',
  'notice',
  'board',
  'import',
  'export',
  'presence',
  'desk',
  'desk-board',
  'channel',
  'desk-policies',
  'knowledge',
  'tariff',
  'clock',
]
/** Hints come in bursts, more so in a fast demo; the pages refetch at most this often. */
const BATCH_MS = 1_000
const LOST_AFTER_MS = 4_000

/** Which queries a hint makes stale. */
export function staleBy(name: Name, hint: Hint): QueryKey[] {
  const id = typeof hint.id === 'string' ? hint.id : null
  const waybill = typeof hint.waybill === 'string' ? hint.waybill : null
  const parcel: QueryKey[] = waybill === null ? [] : [keys.parcel(waybill), keys.parcelTickets(waybill)]
  switch (name) {
    case 'ticket':
      return [keys.tickets, keys.ticketCounts, ...(id === null ? [] : [keys.ticket(id)]), ...parcel]
    case 'appeal':
      return [keys.appeals, ...(id === null ? [] : [keys.appeal(id)])]
    case 'claim':
      return [keys.claims, ...(id === null ? [] : [keys.claim(id)])]
    case 'charge':
      return [keys.charges, ...(id === null ? [] : [keys.charge(id)])]
    case 'payout':
      return [keys.payouts, keys.batches, keys.accounts]
    case 'reconciliation':
      return [keys.reconciliation]
    case 'finding':
      return [keys.findings, ...parcel]
    case 'operation':
      return [keys.operations]
    case 'anomaly':
      return [keys.anomalies, ...(waybill === null ? [] : [keys.parcelAnomalies(waybill)]), ...parcel]
    case 'notice':
      return [keys.notices]
    case 'board':
      return [keys.boards]
    case 'import':
      return [keys.imports]
    case 'export':
      return [keys.exports]
    case 'presence':
      return id === null ? [] : [keys.presence(id)]
    case 'desk':
      return [keys.desk, keys.contacts]
    case 'desk-board':
      return [keys.deskBoard]
    case 'channel':
      return typeof hint.conversation === 'string' ? [keys.conversationChannel(hint.conversation)] : []
    case 'knowledge':
      return [keys.knowledge]
    case 'tariff':
      return [keys.tariffs]
    case 'desk-policies':
      return [keys.policies]
    case 'clock':
      return []
  }
}

/** Keeps one stream of hints open and says whether it has been lost for a while. */
export function useLive(): boolean {
  const client = useQueryClient()
  const [lost, setLost] = useState(false)
  useEffect(() => connect(client, setLost), [client])
  return lost
}

function connect(client: QueryClient, onLost: (lost: boolean) => void): () => void {
  const pending = new Map<string, QueryKey>()
  let source: EventSource | null = null
  let attempts = 0
  let flushTimer: ReturnType<typeof setTimeout> | undefined
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let lostTimer: ReturnType<typeof setTimeout> | undefined

  function take(name: Name, data: string) {
    const hint = parse(data)
    if (name === 'clock' && typeof hint.now === 'string' && typeof hint.speed === 'number') {
      setBusinessClock(hint.now, hint.speed)
    }
    for (const key of staleBy(name, hint)) pending.set(JSON.stringify(key), key)
    flushTimer ??= setTimeout(flush, BATCH_MS)
  }

  function flush() {
    flushTimer = undefined
    for (const queryKey of pending.values()) void client.invalidateQueries({ queryKey })
    pending.clear()
  }

  function open() {
    source = new EventSource(apiUrl('/live'), { withCredentials: true })
    for (const name of NAMES) {
      source.addEventListener(name, (event: MessageEvent<string>) => take(name, event.data))
    }
    source.onopen = () => {
      clearTimeout(lostTimer)
      lostTimer = undefined
      onLost(false)
      if (attempts > 0) void client.invalidateQueries() // hints were missed meanwhile
      attempts = 0
    }
    source.onerror = () => {
      source?.close()
      lostTimer ??= setTimeout(() => onLost(true), LOST_AFTER_MS)
      clearTimeout(retryTimer)
      retryTimer = setTimeout(open, Math.min(30_000, 500 * 2 ** attempts) * (0.75 + Math.random() / 2))
      attempts += 1
    }
  }

  open()
  return () => {
    source?.close()
    clearTimeout(flushTimer)
    clearTimeout(retryTimer)
    clearTimeout(lostTimer)
  }
}

function parse(data: string): Hint {
  try {
    const value: unknown = JSON.parse(data)
    return typeof value === 'object' && value !== null ? (value as Hint) : {}
  } catch {
    return {}
  }
}

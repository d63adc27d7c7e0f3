import type {
  Difference,
  LedgerCheck,
  Payout,
  PayoutBatch,
  PayoutEvent,
  ReconciledDay,
} from '../../api/types'
import { answer } from '../../test/render'

export const payout: Payout = {
  id: '0198c0de-0000-7000-8000-000000000001',
  reference: 'claim/LP20261130000001/1',
  claim: 'LP20261130000001',
  fen: 12_345,
  way: 'ALIPAY',
  payeeAccount: '****6688',
  payeeName: '王*',
  gateway: 'sample-pay',
  state: 'UNKNOWN',
  reason: 'TIMEOUT',
  since: '2026-11-30T02:00:00Z',
  orderedAt: '2026-11-30T01:59:00Z',
  orderedBy: '林晓',
  sends: 1,
  nextAt: '2026-11-30T02:10:00Z',
}

export const happened: PayoutEvent[] = [
  { at: '2026-11-30T01:59:00Z', by: '林晓', event: 'Ordered', state: 'ORDERED', detail: null },
  { at: '2026-11-30T01:59:01Z', by: 'payouts', event: 'Due', state: 'SENDING', detail: null },
  {
    at: '2026-11-30T02:00:00Z',
    by: 'payouts',
    event: 'Answered',
    state: 'UNKNOWN',
    detail: 'NoAnswer[code=TIMEOUT]',
  },
]

export const batch: PayoutBatch = {
  id: 'b1',
  number: 'B20261130-00000001',
  madeAt: '2026-11-30T02:00:00Z',
  madeBy: '林晓',
  payouts: 3,
  fen: 45_600,
  fetchedAt: '2026-11-30T02:05:00Z',
  fetchedBy: '林晓',
  closedAt: null,
  open: 3,
}

export const difference: Difference = {
  id: 'd1',
  gateway: 'sample-pay',
  kind: 'MISSING_THERE',
  key: '0198c0de000070008000000000000001',
  day: '2026-11-29',
  payout: payout.id,
  fenHere: 12_345,
  fenThere: null,
  foundAt: '2026-11-30T02:30:00Z',
  state: 'OPEN',
  possible: ['PAID', 'NOT_PAID', 'NOTED'],
  verdict: null,
  words: null,
  proposedBy: null,
  settledBy: null,
  settledAt: null,
}

export const day: ReconciledDay = {
  gateway: 'sample-pay',
  day: '2026-11-29',
  comparedAt: '2026-11-30T02:30:00Z',
  lines: 12,
  fen: 123_400,
  own: 13,
  ownFen: 135_745,
  found: 1,
  open: 1,
}

export const sound: LedgerCheck = {
  isSound: true,
  transactions: 1_200,
  lines: 2_412,
  fen: 0,
  unbalanced: [],
  wronglyMarked: [],
  overpaid: [],
  inTransit: [],
}

export const page = <T>(...items: T[]) => ({ items, nextCursor: null, total: null })

/** Answers by path; what was sent that is no reading is kept with its body. */
export function serve(answers: Record<string, () => unknown>) {
  const sent: { path: string; query: string; body: unknown }[] = []
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init?: RequestInit) => {
      const [path = '', query = ''] = url.replace('/api/v1', '').split('?')
      if (init?.method !== undefined && init.method !== 'GET') {
        sent.push({ path, query, body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body })
      }
      const found = answers[path]?.() ?? {}
      return found instanceof Response ? found : answer(found)
    }),
  )
  return sent
}

/** Lists show the rows that there is room for; a page that is not drawn has none. */
export function giveRoom() {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(1_000)
}

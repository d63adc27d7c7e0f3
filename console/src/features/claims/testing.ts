import type { ClaimRow, ClaimView } from '../../api/types'
import { freshFacts } from './parts/factsValues'

export const row: ClaimRow = {
  id: 'c1',
  number: 'LP20261130000001',
  waybill: '773300000000011',
  kind: 'TOTAL_DAMAGE',
  state: 'TO_EXAMINE',
  channel: 'CUSTOMER',
  sender: true,
  goods: '茶具',
  claimedFen: 12_345,
  owedFen: 12_345,
  proposedFen: 0,
  quick: false,
  unit: { code: 'HQ', name: '驿路总部', kind: 'HEADQUARTERS' } as ClaimRow['unit'],
  handler: null,
  appliedAt: '2026-11-29T08:00:00Z',
  dueAt: '2026-11-29T10:00:00Z',
  overdue: true,
  statutoryAt: '2026-12-29T08:00:00Z',
  endedAt: null,
  version: 7,
}

/** A claim that nothing keeps from being paid at once but that its value is not proven. */
export function claim(changes: Partial<ClaimView> = {}, ofRow: Partial<ClaimRow> = {}): ClaimView {
  return {
    row: { ...row, ...ofRow },
    what: freshFacts('TOTAL_DAMAGE', 12_345),
    assessment: null,
    bookVersion: 1,
    claimant: {
      name: '王*',
      phone: '138****6688',
      story: '箱子压扁了',
      payeeName: '王*',
      payeeAccount: '****6688',
    },
    payeeWay: 'ALIPAY',
    answer: null,
    counterFen: null,
    counters: 0,
    reviewed: false,
    parcel: null,
    doubts: [],
    signals: [],
    powers: {
      limitFen: 100_000,
      needsSecond: false,
      exposureFen: 0,
      quickHindrances: ['EVIDENCE_MISSING'],
    },
    files: [],
    payout: null,
    steps: [],
    ...changes,
  }
}

import type { ChargeRow, ChargeView, UnitRef, UnitStatement } from '../../api/types'

export const chengdu: UnitRef = { code: 'H5101', name: '成都转运中心', kind: 'HUB' }
export const wuhou: UnitRef = { code: 'O510107-011', name: '成都武侯簇桥网点', kind: 'OUTLET' }

export const row: ChargeRow = {
  id: 'x1',
  claim: 'c1',
  claimNumber: 'LP20261128000007',
  waybill: '773300000000011',
  kind: 'LOSS',
  fen: 12_345,
  paidAt: '2026-11-28T08:00:00Z',
  judgedAt: '2026-11-28T08:01:00Z',
  state: 'JUDGED',
  ending: null,
  tier: null,
  due: '2036-12-01T08:01:00Z',
  link: 'LEFT_HUB_NOT_AT_DESTINATION_BAG',
  linkChinese: '分拨出目的地未到（集包）',
  confidence: 'PROBABLE',
  doubt: null,
  units: [
    { unit: chengdu, perMille: 700, fen: 8_642 },
    { unit: wuhou, perMille: 300, fen: 3_703 },
  ],
  endedAt: null,
  version: 3,
}

const loaded = {
  type: 'LOADED',
  typeChinese: '装车',
  at: '2026-11-20T08:00:00Z',
  site: chengdu,
  nextSite: wuhou,
  bag: 'B1',
  weightGrams: 1_240,
  remark: null,
} as const

/** A charge in its time for evidence, of which the reader may speak for the outlet. */
export function charge(changes: Partial<ChargeView> = {}, ofRow: Partial<ChargeRow> = {}): ChargeView {
  return {
    charge: { ...row, ...ofRow },
    reasons: {
      outcome: 'CHARGED',
      link: row.link,
      basis: 'LOADED',
      confidence: 'PROBABLE',
      doubt: null,
      exemption: null,
      standard: '2026.1',
      steps: [
        {
          chinese: '最后一次有效扫描是 H5101 的装车。',
          english: 'The last valid scan is the loading at H5101.',
          scan: { waybill: row.waybill, type: 'LOADED', scannedAt: loaded.at, site: 'H5101' },
        },
      ],
    },
    shares: [
      { unit: chengdu, party: 'SENDER', duty: 'UNIT', perMille: 700 },
      { unit: wuhou, party: 'RECEIVER', duty: 'UNIT', perMille: 300 },
    ],
    chain: [{ ...loaded, type: 'ARRIVED', typeChinese: '到达', at: '2026-11-20T02:00:00Z' }, loaded],
    evidence: [],
    history: [],
    files: [],
    actions: ['GIVE_EVIDENCE'],
    answersFor: [wuhou],
    ...changes,
  }
}

const line = (account: 'UNIT_PROVISIONAL' | 'UNIT_RECEIVABLE', part: string, hour: number, fen: number) => ({
  at: `2026-11-20T0${hour}:00:00Z`,
  account,
  reference: `liability/LP1/${part}`,
  note: '暂扣：理赔 LP1',
  claimNumber: 'LP1',
  fen,
})

/** Held, given back, charged by an arbitrator, and something that is no charge. */
export const statement: UnitStatement = {
  unit: wuhou,
  from: '2026-11-01',
  to: '2026-11-30',
  opening: { provisionalFen: 1_000, receivableFen: 0 },
  lines: [
    line('UNIT_PROVISIONAL', 'provisional', 1, 5_000),
    line('UNIT_PROVISIONAL', 'reversal', 2, -5_000),
    line('UNIT_RECEIVABLE', 'final', 3, 2_500),
    {
      at: '2026-11-20T04:00:00Z',
      account: 'UNIT_RECEIVABLE',
      reference: '=cmd',
      note: '=1+1',
      claimNumber: null,
      fen: -100,
    },
  ],
  closing: { provisionalFen: 1_000, receivableFen: 2_400 },
  now: { provisionalFen: 1_000, receivableFen: 2_400 },
}

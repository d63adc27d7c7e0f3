import type { Division, Quoted, Tariff, TariffList, TariffRow, TariffVersion } from '../../api/types'

/** Made-up prices and answers for tests. */
export const divisions: Division[] = [
  { code: '330000', name: '浙江省', parent: null, level: 1 },
  { code: '330100', name: '杭州市', parent: '330000', level: 2 },
  { code: '330106', name: '西湖区', parent: '330100', level: 3 },
  { code: '440000', name: '广东省', parent: null, level: 1 },
  { code: '440100', name: '广州市', parent: '440000', level: 2 },
  { code: '440106', name: '天河区', parent: '440100', level: 3 },
]

export const quoted: Quoted = {
  version: 2,
  from: '广东省广州市天河区',
  to: '浙江省杭州市西湖区',
  zone: '跨省',
  closed: null,
  grams: 2_500,
  offers: [
    {
      product: 'STANDARD',
      name: '标准快递',
      totalFen: 3_100,
      lines: [
        { kind: 'FIRST', name: '', fen: 1_400 },
        { kind: 'FURTHER', name: '', fen: 1_200 },
        { kind: 'INSURANCE', name: '', fen: 200 },
        { kind: 'SURCHARGE', name: '纸箱', fen: 300 },
      ],
      countedGrams: 2_500,
      volumetricGrams: 2_100,
      promisedBy: '2026-12-03T12:00:00Z',
      remedy: 'REFUND_FREIGHT',
      why: null,
    },
    {
      product: 'ECONOMY',
      name: '经济件',
      totalFen: null,
      lines: [],
      countedGrams: 0,
      volumetricGrams: 0,
      promisedBy: null,
      remedy: 'NONE',
      why: 'TOO_VALUABLE',
    },
  ],
  history: { from: '440100', to: '330100', parcels: 1_280, halfHours: 42, mostHours: 60 },
  service: {
    division: '330106',
    name: '浙江省杭州市西湖区',
    reach: 'DOOR',
    reason: null,
    here: true,
    count: 7,
    outlets: [
      {
        code: 'O1',
        name: '西湖一部',
        address: '文三路 1 号',
        phone: '0571-88880000',
        opens: '08:00:00',
        closes: '20:00:00',
        serviceArea: null,
      },
    ],
  },
  wanted: [
    { code: 'CARTON', name: '纸箱', fen: 300 },
    { code: 'DOOR', name: '上门取件', fen: 0 },
  ],
  advice: { rule: 'GLASS', goods: '玻璃', packaging: '每件裹气泡膜。', insure: true, product: 'STANDARD' },
}

export const body: Tariff = {
  zones: [
    { code: 'CITY', name: '同城' },
    { code: 'FAR', name: '跨省' },
  ],
  byClass: { SAME_CITY: 'CITY', SAME_PROVINCE: 'CITY', ADJACENT: 'FAR', FAR: 'FAR', REMOTE: 'FAR' },
  exceptions: [{ from: '44', to: '3301', zone: 'FAR' }],
  products: [
    {
      code: 'STANDARD',
      name: '标准快递',
      mostGrams: 50_000,
      divisor: 8_000,
      leastEdgeMm: 600,
      cutOff: '17:00:00',
      rates: [
        {
          zone: 'CITY',
          firstGrams: 1_000,
          firstFen: 800,
          bands: [{ fromGrams: 1_000, stepGrams: 100, stepFen: 20 }],
          days: 1,
          by: '20:00:00',
        },
        {
          zone: 'FAR',
          firstGrams: 1_000,
          firstFen: 1_400,
          bands: [{ fromGrams: 1_000, stepGrams: 100, stepFen: 80 }],
          days: 3,
          by: null,
        },
      ],
      insurance: [{ uptoFen: 3_000_000, fixedFen: 100, perMille: 5 }],
      surcharges: [
        {
          kind: 'WANTED',
          code: 'CARTON',
          name: '纸箱',
          fen: 300,
          perKgFen: 0,
          perMille: 0,
          areas: [],
          overMm: 0,
          overGrams: 0,
          from: null,
          to: null,
        },
      ],
      remedy: 'REFUND_FREIGHT',
    },
  ],
  unserved: [{ area: '330106', reach: 'OUTLET', reason: '修路' }],
  advice: [
    {
      code: 'GLASS',
      words: ['玻璃', '花瓶'],
      goods: '玻璃',
      packaging: '每件裹气泡膜。',
      insureFromFen: 20_000,
      product: 'STANDARD',
    },
  ],
}

export const row: TariffRow = {
  version: 3,
  state: 'DRAFT',
  inForce: false,
  note: '旺季涨价',
  author: '周敏',
  mine: false,
  madeAt: '2026-11-29T02:00:00Z',
  effectiveFrom: null,
  approvedBy: null,
  dropped: null,
  revision: 4,
}

export const list: TariffList = {
  inForce: 2,
  items: [
    row,
    {
      ...row,
      version: 2,
      state: 'APPROVED',
      inForce: true,
      note: '今年的价',
      effectiveFrom: '2026-01-01T00:00:00Z',
      approvedBy: '林晓',
      revision: 2,
    },
    { ...row, version: 1, note: '', author: 'Waypost', madeAt: '1970-01-01T00:00:00Z', revision: 1 },
  ],
}

export const inForce: TariffVersion = { row: list.items[1] ?? row, body, flaws: [] }

export const draft: TariffVersion = { row, body, flaws: [] }

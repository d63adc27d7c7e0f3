// Claims in figures, the claim standard and the calculator, with rows such as the software brings along.
const basis = (id, grade, article, source = '法律条文', jurisdiction = '*') => ({
  id,
  from: '2021-01-01',
  to: null,
  jurisdiction,
  grade,
  source,
  article,
})
const OLD = '国家标准2011年版条文;2023年版是否沿用待核实'
const CUSTOM = '行业惯例,示例值,由企业核定'
const STANDARD = {
  version: 'DEFAULT-1',
  name: '默认理赔标准',
  from: '2021-01-01',
  insured: [
    { basis: basis('insured.2025', 'A', '快递暂行条例 第二十八条', '行政法规条文'), upToValue: true },
  ],
  proven: [
    {
      basis: basis('proven.value', 'A', '民法典 第八百三十三条'),
      capFen: null,
      capFeePerMille: null,
      prompted: false,
    },
  ],
  unproven: [
    {
      basis: basis('unproven.promise', 'C', '企业理赔承诺:未保价每票最高 300 元', CUSTOM),
      promiseFen: 30_000,
      feePerMille: null,
      feeMostFen: null,
      otherProof: false,
      everywhereToo: false,
    },
    {
      basis: basis(
        'unproven.zhejiang',
        'A',
        '浙江省实施《消费者权益保护法》办法 第二十二条',
        '地方规定',
        '330000',
      ),
      promiseFen: null,
      feePerMille: 10_000,
      feeMostFen: 80_000,
      otherProof: false,
      everywhereToo: true,
    },
  ],
  parts: [{ basis: basis('part', 'B', 'GB/T 27917.3 快递服务 赔偿原则(部分损毁)', OLD) }],
  counting: [
    {
      basis: basis('counts.same-name', 'B', 'GB/T 27917.3 快递服务 赔偿原则(内件不符)', OLD),
      circumstance: 'MISMATCH_SAME_NAME',
      counts: 'PARTIAL_DAMAGE',
    },
  ],
  totalDelays: [
    {
      basis: basis('total-delay.same-city', 'B', 'GB/T 27917 快递服务(彻底延误)', OLD),
      distance: 'SAME_CITY',
      days: 3,
    },
    {
      basis: basis('total-delay.domestic', 'B', 'GB/T 27917 快递服务(彻底延误)', OLD),
      distance: 'DOMESTIC',
      days: 7,
    },
  ],
  refunds: [
    {
      basis: basis('refund.delay', 'B', 'GB/T 27917.3 快递服务 赔偿原则(延误)', OLD),
      fee: 'CARRIAGE',
      kinds: ['DELAY'],
      perMille: 1_000,
    },
  ],
  exclusions: [
    {
      basis: basis('excluded.force-majeure', 'A', '民法典 第八百三十二条、第八百三十五条'),
      exclusion: 'FORCE_MAJEURE',
      effect: 'BY_SHARE',
      kinds: [],
      insuredToo: false,
      feeStands: ['LOSS', 'TOTAL_DAMAGE'],
      extraStands: true,
    },
    {
      basis: basis('excluded.indirect', 'DERIVED', '民法典 第八百三十三条', '由货损按到达地市价计算推定'),
      exclusion: 'INDIRECT_LOSS',
      effect: 'NOT_COUNTED',
      kinds: [],
      insuredToo: true,
      feeStands: [],
      extraStands: false,
    },
  ],
  contracts: [{ basis: basis('contract', 'A', '民法典 第八百三十三条、第四百九十六条'), agreedCount: true }],
  timesToClaim: [
    {
      basis: basis('time.claim', 'C', 'GB/T 27917.3 快递服务(投诉有效期一年)', OLD),
      use: 'CLAIM',
      months: 12,
      mayDecide: '理赔主管可以决定例外受理。',
    },
  ],
  evidence: [
    {
      basis: basis('evidence.photo-inside', 'C', '企业理赔材料清单', CUSTOM),
      stage: 'APPLY',
      kinds: ['TOTAL_DAMAGE', 'PARTIAL_DAMAGE', 'SHORTAGE', 'MISMATCH'],
      protection: 'ANY',
      aboveFen: 0,
      anyOf: ['PHOTO_INSIDE', 'UNBOXING_VIDEO'],
    },
    {
      basis: basis('evidence.value', 'C', '企业理赔材料清单', CUSTOM),
      stage: 'EXAMINE',
      kinds: ['LOSS', 'TOTAL_DAMAGE'],
      protection: 'UNINSURED',
      aboveFen: 30_000,
      anyOf: ['VALUE_PROOF'],
    },
  ],
  rounding: [
    { basis: basis('rounding', 'C', '企业理赔标准:每项四舍五入到分后相加', CUSTOM), rounding: 'HALF_UP' },
  ],
}
const POLICY = {
  quickFen: 20_000,
  officerFen: 20_000,
  leadFen: 100_000,
  regionFen: 500_000,
  headquartersFen: 3_000_000,
  exposureDays: 30,
  quickHours: 24,
  examineHours: 48,
  approveHours: 24,
  evidenceDays: 14,
  payDays: 7,
}
const BODY = { standard: STANDARD, policy: POLICY }
const DRAFT = structuredClone(BODY)
DRAFT.standard.unproven[0].promiseFen = 50_000
DRAFT.standard.refunds[0].perMille = 1_200
DRAFT.standard.rounding[0].rounding = 'UP'
DRAFT.policy.quickFen = 30_000
DRAFT.policy.leadFen = 10_000
const FLAWS = [
  {
    field: 'standard.refunds[0].perMille',
    value: 1_200,
    code: 'OUT_OF_RANGE',
    message: 'Between 0 and 1000.',
  },
  { field: 'policy.leadFen', value: 10_000, code: 'OUT_OF_RANGE', message: 'Between 20000 and 1000000000.' },
]
const ROW = {
  version: 2,
  state: 'DRAFT',
  inForce: false,
  note: '未保价承诺提到 500 元',
  author: '周敏',
  mine: false,
  madeAt: '2026-11-20T02:00:00Z',
  effectiveFrom: null,
  approvedBy: null,
  dropped: null,
  revision: 4,
}
const FIRST = {
  ...ROW,
  version: 1,
  state: 'APPROVED',
  inForce: true,
  note: '',
  author: 'Waypost',
  madeAt: '1970-01-01T00:00:00Z',
  effectiveFrom: '1970-01-01T00:00:00Z',
  approvedBy: 'Waypost',
  revision: 1,
}
const VIEWS = { 1: { row: FIRST, body: BODY, flaws: [] }, 2: { row: ROW, body: DRAFT, flaws: FLAWS } }
const sums = (claims, paid, quick, withinDay, paidFen, halfHours, mostHours) => ({
  claims,
  paid,
  refused: Math.floor(claims / 20),
  quick,
  withinDay,
  paidFen,
  halfHours,
  mostHours,
})
const NONE = sums(0, 0, 0, 0, 0, 0, 0)
const FIGURES = {
  all: sums(146, 128, 104, 97, 2_846_050, 6.4, 61.8),
  kinds: [
    { kind: 'LOSS', sums: sums(61, 52, 44, 40, 1_320_000, 6, 50) },
    { kind: 'PARTIAL_DAMAGE', sums: sums(43, 39, 31, 30, 820_500, 7, 66) },
    { kind: 'SHORTAGE', sums: sums(28, 26, 22, 20, 605_550, 5, 48) },
    { kind: 'DELAY', sums: sums(14, 11, 7, 7, 100_000, 9, 80) },
  ],
  units: [
    ['R05', '华南大区', sums(70, 64, 55, 52, 1_400_000, 5.5, 48)],
    ['R02', '华东大区', sums(52, 46, 38, 34, 1_100_050, 6.8, 60)],
    ['R07', '西南大区', sums(23, 18, 11, 11, 346_000, 12.2, 90)],
    ['R09', '西北大区', sums(1, 0, 0, 0, 0, 0, 0)],
  ].map(([code, name, figures]) => ({ unit: { code, name, kind: 'REGION' }, sums: figures })),
}
const TRIAL = {
  days: 90,
  claims: 146,
  beforeFen: 2_846_050,
  afterFen: 3_204_450,
  gain: 22,
  lose: 0,
  same: 119,
  untold: 5,
  quickBefore: 98,
  quickAfter: 117,
  changed: [1, 2, 3].map((nth) => ({
    number: `LP2026112800000${nth}`,
    beforeFen: 30_000,
    afterFen: 50_000 - nth * 1_000,
    beforeRule: 'unproven.promise',
    afterRule: 'unproven.promise',
  })),
}
const part = (fen, rule, article, chinese, children = []) => ({
  fen,
  rule,
  article,
  source: children.length > 0 ? '' : CUSTOM,
  grade: 'C',
  inputs: children.length > 0 ? [] : [{ name: '索赔金额', value: '280.00 元' }],
  chinese,
  english: chinese,
  children,
})
const ASSESSMENT = {
  version: 'DEFAULT-1',
  verdict: 'MORE_EVIDENCE',
  reason: 'EVIDENCE_MISSING',
  amountFen: 29_200,
  ceilingFen: 30_000,
  explanation: part(29_200, 'total', '', '合计应赔 292.00 元', [
    part(
      28_000,
      'unproven.promise',
      '企业理赔承诺:未保价每票最高 300 元',
      '没有保价,按索赔金额赔 280.00 元。',
    ),
    part(1_200, 'refund.loss', 'GB/T 27917.3 快递服务 赔偿原则', '快件丢失,运费 12.00 元退还。'),
  ]),
  missing: [{ stage: 'EXAMINE', anyOf: ['NOT_RECEIVED'], rule: 'evidence.not-received' }],
  exclusions: [],
  flaws: [],
  mayDecide: '',
}

export function claimRoutes({ ok, paged, problem, MODE }) {
  const empty = MODE === 'empty'
  const view = ([version]) => (VIEWS[version] ? ok(VIEWS[version]) : problem(404, 'NOT_FOUND'))
  return [
    ['GET', /^\/claim-standards$/, () => ok({ items: empty ? [] : [ROW, FIRST] })],
    ['POST', /^\/claim-standards$/, () => ok(VIEWS[2])],
    ['GET', /^\/claim-standards\/(\d+)$/, view],
    ['PUT', /^\/claim-standards\/(\d+)$/, view],
    ['POST', /^\/claim-standards\/(\d+)\/(?:approve|drop)$/, view],
    [
      'GET',
      /^\/claim-standards\/\d+\/trial$/,
      () => ok(empty ? { ...TRIAL, claims: 0, changed: [] } : TRIAL),
    ],
    ['POST', /^\/claims\/assess$/, () => ok(ASSESSMENT)],
    [
      'GET',
      /^\/claims\/figures$/,
      (_, query) =>
        ok({
          days: Number(query.get('days') ?? 30),
          ...(empty ? { all: NONE, kinds: [], units: [] } : FIGURES),
        }),
    ],
    [
      'GET',
      /^\/claims\/counts$/,
      () => ok({ toExamine: 0, toApprove: 0, mine: 0, overdue: 0, waiting: 0, paying: 0 }),
    ],
    ['GET', /^\/claims$/, (_, query) => paged([], query)],
  ]
}

// Charges, statements and figures for the mock server.
import { at, id, now, UNITS } from './sample.mjs'

const KINDS = ['LOSS', 'PARTIAL_DAMAGE', 'SHORTAGE', 'DELAY', 'TOTAL_DAMAGE']
const STATES = ['JUDGED', 'ANSWERED', 'STANDING', 'ARBITRATION', 'FINAL', 'UNDECIDED', 'FINAL']
const ENDINGS = ['ACCEPTED', 'MOVED', 'UPHELD', 'LIFTED']
const LINKS = {
  LOSS: ['LEFT_HUB_NOT_AT_DESTINATION_BAG', '分拨出目的地未到（集包）'],
  PARTIAL_DAMAGE: ['DAMAGED_ON_THE_WAY', '途中破损'],
  TOTAL_DAMAGE: ['DAMAGED_AFTER_DELIVERY', '妥投后破损'],
  SHORTAGE: ['SHORT_ON_THE_WAY', '途中短少'],
  DELAY: ['LATE', '超时效'],
}
const SPLITS = [
  [
    [UNITS.chengdu, 700],
    [UNITS.wuhou, 300],
  ],
  [[UNITS.wuhou, 1_000]],
  [
    [UNITS.guangzhou, 500],
    [UNITS.chengdu, 500],
  ],
  [
    [UNITS.huizhou, 333],
    [UNITS.guangzhou, 333],
    [UNITS.chengdu, 334],
  ],
]
const LASTS = { JUDGED: 72, ANSWERED: 48, STANDING: 72 }

const burdens = (split, fen) =>
  split.map(([unit, perMille]) => ({ unit, perMille, fen: Math.round((fen * perMille) / 1_000) }))

function row(i) {
  const state = STATES[i % 7]
  const kind = KINDS[i % 5]
  const fen = 4_500 + ((i * 7_919) % 180_000)
  const ending = state === 'FINAL' ? ENDINGS[i % 4] : null
  const open = state === 'UNDECIDED' || ending === 'LIFTED'
  const left = LASTS[state] === undefined ? null : 1.4 + ((i * 11) % (LASTS[state] - 2))
  return {
    id: id('charge'),
    claim: id('claim'),
    claimNumber: `LP202603${String(10 - (i % 9)).padStart(2, '0')}${String(118 + i).padStart(6, '0')}`,
    waybill: `YT${6_247_854_916_511 + i * 13}`,
    kind,
    fen,
    paidAt: at(-3 - i * 2.7),
    judgedAt: at(-2.9 - i * 2.7),
    state,
    ending,
    tier: state === 'ARBITRATION' ? 'REGION' : null,
    due: left === null ? null : at(left),
    link: state === 'UNDECIDED' ? null : LINKS[kind][0],
    linkChinese: state === 'UNDECIDED' ? null : LINKS[kind][1],
    confidence: state === 'UNDECIDED' ? null : 'PROBABLE',
    doubt: state === 'UNDECIDED' ? 'NO_HAND_OVER_RECORDS' : null,
    units: open ? [] : burdens(SPLITS[i % 4], fen),
    endedAt: ending === null ? null : at(-1),
    version: 3,
  }
}
const ROWS = Array.from({ length: 200 }, (_, i) => row(i))

const stop = (hours, type, typeChinese, site, more = {}) => ({
  type,
  typeChinese,
  at: at(hours),
  site,
  nextSite: null,
  bag: null,
  weightGrams: null,
  remark: null,
  ...more,
})
const CHAIN = [
  stop(-190, 'PICKED_UP', '揽收', UNITS.huizhou, { weightGrams: 1_240 }),
  stop(-186, 'BAGGED', '建包', UNITS.huizhou, { bag: 'B44130277120', weightGrams: 18_600 }),
  stop(-185, 'DEPARTED', '发出', UNITS.huizhou, { nextSite: UNITS.guangzhou, bag: 'B44130277120' }),
  stop(-178, 'ARRIVED', '到达', UNITS.guangzhou, { bag: 'B44130277120' }),
  stop(-174, 'DEPARTED', '发出', UNITS.guangzhou, { nextSite: UNITS.chengdu, bag: 'B44010098127' }),
  stop(-140, 'ARRIVED', '到达', UNITS.chengdu, { bag: 'B44010098127', weightGrams: 1_235 }),
  stop(-134, 'LOADED', '装车', UNITS.chengdu, { nextSite: UNITS.wuhou, bag: 'B51010031772' }),
]
const STEPS = [
  [
    6,
    '最后一次有效扫描是 H5101 的装车，之后目的网点没有任何扫描。',
    'The last valid scan is the loading at H5101; the outlet never scanned it.',
  ],
  [
    6,
    '包已装车发往 O510107-011，没有接收记录，交接是否完成不能确认。',
    'The bag was loaded for O510107-011, and nothing shows that it was taken over.',
  ],
  [
    null,
    '按标准，已装车而下一站无接收记录的，上一站承担 70%，下一站承担 30%。',
    'By the standard the place before bears 70 %, the place after 30 %.',
  ],
]
const stepOf = ([index, chinese, english]) => ({
  chinese,
  english,
  scan:
    index === null
      ? null
      : {
          waybill: ROWS[0].waybill,
          type: CHAIN[index].type,
          scannedAt: CHAIN[index].at,
          site: CHAIN[index].site.code,
        },
})

const happened = (hours, what, by, more = {}) => ({
  at: at(hours),
  by,
  unit: null,
  what,
  state: 'JUDGED',
  text: null,
  data: {},
  ...more,
})
const OFFERS = {
  JUDGED: ['GIVE_EVIDENCE'],
  ANSWERED: ['GIVE_EVIDENCE', 'REBUT'],
  STANDING: ['APPEAL'],
  ARBITRATION: ['ARBITRATE'],
  UNDECIDED: ['SETTLE'],
}

function historyOf(charge, heard) {
  const units = charge.units
  return [
    happened(-3, 'OPENED', 'waypost'),
    happened(-2.9, 'JUDGED', 'waypost', { data: { money: units.length === 0 ? 'NONE' : 'BOOK' } }),
    ...(heard
      ? [
          happened(-2, 'EVIDENCE_GIVEN', '蒋文军', {
            unit: UNITS.wuhou,
            text: '3 月 5 日整车卸完都没有这个包，监控 06:10 到 06:50。',
            data: { kind: 'NOT_RECEIVED', files: 2, money: 'NONE' },
          }),
        ]
      : []),
    ...(heard && charge.state !== 'ANSWERED'
      ? [
          happened(-1, 'REBUTTED', '苏明', {
            unit: UNITS.chengdu,
            text: '装车监控里能看到包上了车，封签号 88213。',
            data: { files: 1, money: 'NONE' },
          }),
        ]
      : []),
    ...(charge.state === 'ARBITRATION'
      ? [
          happened(-0.5, 'APPEALED', '蒋文军', {
            unit: UNITS.wuhou,
            text: '封签号和我们收到的不一样，请调取车厢监控。',
            data: { tier: 'REGION', money: 'NONE' },
          }),
        ]
      : []),
    ...(charge.ending === null ? [] : [happened(-0.2, 'ENDED', 'waypost', { data: { money: 'FINALISE' } })]),
  ]
}

function view(charge) {
  const heard = charge.state === 'ANSWERED' || charge.state === 'ARBITRATION' || charge.state === 'STANDING'
  const undecided = charge.state === 'UNDECIDED'
  return {
    charge,
    reasons: {
      outcome: undecided ? 'UNDECIDED' : 'CHARGED',
      link: charge.link,
      basis: undecided ? null : 'LOADED',
      confidence: charge.confidence,
      doubt: charge.doubt,
      exemption: null,
      standard: '2026.1',
      steps: undecided
        ? [
            {
              chinese: '此前各站均无交接扫描，缺少交接记录不能说明问题。',
              english: 'No place on its way scanned a hand-over.',
              scan: null,
            },
          ]
        : STEPS.map(stepOf),
    },
    shares: charge.units.flatMap(({ unit, perMille }, i) =>
      i === 1 && perMille === 300
        ? [
            { unit, party: 'RECEIVER', duty: 'KEEPER', perMille: 200 },
            { unit, party: 'RECEIVER', duty: 'SUPERVISOR', perMille: 100 },
          ]
        : [{ unit, party: i === 0 ? 'SENDER' : 'RECEIVER', duty: 'UNIT', perMille }],
    ),
    chain: CHAIN,
    evidence: heard
      ? [
          {
            unit: UNITS.wuhou,
            kind: 'NOT_RECEIVED',
            text: '3 月 5 日整车卸完都没有这个包，监控 06:10 到 06:50。',
            files: 2,
            at: at(-2),
            by: '蒋文军',
            outcome: charge.state === 'ANSWERED' ? null : 'REBUTTED',
          },
        ]
      : [],
    history: historyOf(charge, heard),
    files: heard
      ? [
          { id: 'file-1', name: '卸车监控 0610.jpg', type: 'PICTURE' },
          { id: 'file-2', name: '交接签收单.pdf', type: 'PDF' },
        ].map((file) => ({
          ...file,
          at: at(-2),
          by: '蒋文军',
          bytes: 412_000,
          height: null,
          width: null,
          purpose: UNITS.wuhou.code,
        }))
      : [],
    actions: OFFERS[charge.state] ?? [],
    answersFor: charge.units.map((burden) => burden.unit),
  }
}

const line = (hours, account, what, i, fen) => ({
  at: at(hours),
  account,
  reference: `liability/${ROWS[i].claimNumber}/${what}`,
  note: '',
  claimNumber: ROWS[i].claimNumber,
  fen,
})
const LINES = [
  line(-200, 'UNIT_PROVISIONAL', 'provisional', 8, 12_600),
  line(-170, 'UNIT_PROVISIONAL', 'provisional', 4, 45_000),
  line(-120, 'UNIT_PROVISIONAL', 'final', 8, -12_600),
  line(-120, 'UNIT_RECEIVABLE', 'final', 8, 12_600),
  line(-70, 'UNIT_PROVISIONAL', 'reversal', 4, -45_000),
  line(-70, 'UNIT_RECEIVABLE', 'final', 4, 22_500),
  line(-20, 'UNIT_PROVISIONAL', 'provisional', 1, 8_432),
  {
    at: at(-10),
    account: 'UNIT_RECEIVABLE',
    reference: 'settlement/2026-02',
    note: '二月结算已付',
    claimNumber: null,
    fen: -60_000,
  },
]

function statement(query, empty) {
  const lines = empty ? [] : LINES
  const sum = (account) =>
    lines.filter((each) => each.account === account).reduce((all, each) => all + each.fen, 0)
  const opening = { provisionalFen: empty ? 0 : 3_100, receivableFen: empty ? 0 : 60_000 }
  const closing = {
    provisionalFen: opening.provisionalFen + sum('UNIT_PROVISIONAL'),
    receivableFen: opening.receivableFen + sum('UNIT_RECEIVABLE'),
  }
  return {
    unit: UNITS.wuhou,
    from: query.get('from'),
    to: query.get('to'),
    opening,
    lines,
    closing,
    now: { ...closing, provisionalFen: closing.provisionalFen + (empty ? 0 : 6_000) },
  }
}

const figure = (unit, charges, shared, provisionalFen, finalFen, appeals, won) => ({
  unit,
  charges,
  counted: charges - shared / 2,
  provisionalFen,
  finalFen,
  appeals,
  won,
})
const FIGURES = [
  figure(UNITS.chengdu, 41, 30, 612_340, 1_284_500, 6, 2),
  figure(UNITS.guangzhou, 33, 25, 420_010, 903_300, 3, 0),
  figure(UNITS.shenzhen, 18, 12, 230_000, 511_200, 0, 0),
  figure(UNITS.wuhou, 9, 3, 43_200, 120_700, 4, 3),
  figure(UNITS.huizhou, 4, 4, 9_900, 24_000, 1, 1),
]

export function chargeRoutes({ ok, problem, paged, MODE }) {
  const empty = MODE === 'empty'
  return [
    ['GET', /^\/charges\/statement$/, (_, query) => ok(statement(query, empty))],
    [
      'GET',
      /^\/charges\/figures$/,
      (_, query) =>
        ok({
          unit: UNITS.hq,
          from: query.get('from'),
          to: query.get('to'),
          units: empty ? [] : MODE === 'few' ? FIGURES.slice(3, 4) : FIGURES,
          undecided: empty ? 0 : 28,
        }),
    ],
    [
      'GET',
      /^\/charges$/,
      (_, query) =>
        paged(
          ROWS.filter(
            (each) =>
              (!query.get('state') || each.state === query.get('state')) &&
              (!query.get('text') ||
                [each.claimNumber, each.waybill].includes(query.get('text').toUpperCase())),
          ),
          query,
        ),
    ],
    [
      'GET',
      /^\/charges\/([^/]+)$/,
      ([chargeId]) => {
        const found = ROWS.find((each) => each.id === chargeId)
        return found === undefined ? problem(404, 'NOT_FOUND') : ok(view(found))
      },
    ],
    [
      'POST',
      /^\/charges\/([^/]+)\/([\w-]+)$/,
      ([chargeId, step], _, body) => {
        const found = ROWS.find((each) => each.id === chargeId)
        if (found === undefined) return problem(404, 'NOT_FOUND')
        if (found.version !== body.version) return problem(409, 'STALE_VERSION')
        found.version += 1
        found.state = { evidence: 'ANSWERED', rebuttal: 'STANDING', appeal: 'ARBITRATION' }[step] ?? 'FINAL'
        found.ending = found.state === 'FINAL' ? 'UPHELD' : null
        found.due = LASTS[found.state] === undefined ? null : new Date(+now() + 2 * 86_400_000).toISOString()
        return ok(view(found))
      },
    ],
  ]
}

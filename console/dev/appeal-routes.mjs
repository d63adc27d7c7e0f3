// Appeals for the mock server.
import { at, id, now, UNITS } from './sample.mjs'

const ago = (minutes) => at(-minutes / 60)

const DAY = 86_400_000
const STATES = [
  'RECEIVED',
  'ASSIGNED',
  'INVESTIGATING',
  'WAITING_EVIDENCE',
  'REPLY_DRAFTED',
  'REPLY_CHECKED',
  'REOPENED_BY_AUTHORITY',
]
const CATEGORIES = [
  'DELIVERY_SERVICE',
  'DELAY',
  'LOSS_SHORTAGE',
  'DAMAGE',
  'PICKUP_SERVICE',
  'ILLEGAL_CHARGE',
  'COD',
  'OTHER',
]
const OFFICES = ['广东省邮政管理局', '浙江省邮政管理局', '四川省邮政管理局', '国家邮政局申诉中心']
const day = (milliseconds) => new Date(now().getTime() + milliseconds).toISOString().slice(0, 10)
const iso = (milliseconds) => new Date(now().getTime() + milliseconds).toISOString()

const ROWS = Array.from({ length: 200 }, (_, i) => {
  const left = (i - 6) * 0.4 * DAY
  return {
    id: id('appeal'),
    number: `S261128-${String(i + 1).padStart(5, '0')}`,
    authorityNumber: `粤邮申〔2026〕${String(1180 + i).padStart(5, '0')}`,
    office: OFFICES[i % 4],
    jurisdiction: i % 4 === 1 ? '330000' : '440000',
    waybill: `YT${7_700_000_000_000 + i * 37}`,
    category: CATEGORIES[(i * 5) % 8],
    reason: i % 3 === 0 ? 'FALSE_SIGN' : null,
    state: STATES[(i * 3) % 7],
    round: (i * 3) % 7 === 6 ? 2 : 1,
    unit: UNITS.r5,
    handler: i % 3 === 0 ? null : { id: id('person'), name: '林经理' },
    appealedOn: day(left - 17 * DAY),
    forwardedAt: iso(left - 15 * DAY),
    receivedAt: iso(left - 14 * DAY),
    due: {
      from: iso(left - 15 * DAY),
      at: iso(left),
      lastDay: day(left),
      jurisdiction: i % 4 === 1 ? '330000' : '000000',
      source: '邮政业消费者申诉处理办法(2014),沿用惯例,待核实',
      running: true,
    },
    overdue: left <= 0,
    late: left <= 0,
    liability: (i * 3) % 7 === 4 ? 'PARTLY' : null,
    finding: null,
    satisfied: null,
    refusal: null,
    repliedAt: null,
    endedAt: null,
    version: 4,
  }
})

const step = (what, minutes, by, more = {}) => ({
  id: id('step'),
  at: ago(minutes),
  by,
  what,
  state: 'INVESTIGATING',
  text: null,
  data: {},
  ...more,
})

function view(row) {
  return {
    appeal: row,
    complainant: { role: 'RECIPIENT', name: '王**', phone: '138****5678' },
    content:
      '用户称 11 月 9 日物流显示已签收，本人在家，没有收到快件，也没有接到电话。联系网点，网点称放在驿站，驿站查无此件。',
    request: '要求查明快件去向，赔偿损失 268 元，并对虚假签收作出处理。',
    postedOn: day(-20 * DAY),
    complainedFirst: 'NO_RESULT_IN_TIME',
    window: 'IN_TIME',
    ticketId: id('ticket'),
    ticketNumber: 'T261112-00427-6',
    actions: ['ASSIGN', 'ASK_EVIDENCE', 'DRAFT', 'WITHDRAW', 'GIVE_EVIDENCE', 'UNMASK'],
    history: [
      step('RECEIVED', 9000, '陈客服'),
      step('ASSIGNED', 8900, '林经理', { data: { person: '林经理' } }),
      step('INVESTIGATED', 8800, '林经理'),
      step('EVIDENCE_ASKED', 8700, '林经理', { text: '请提供签收底单、派件录像和通话记录' }),
      step('REMINDED', 5000, 'waypost', { data: { kind: 'HALF_GONE' } }),
      step('EVIDENCE_GIVEN', 4300, '天河网点 小李', { text: '底单见图，通话记录没有' }),
      step('REMINDED', 700, 'waypost', { data: { kind: 'OVERDUE' } }),
    ],
    asked: [
      {
        id: id('asked'),
        unit: UNITS.wuhou,
        mine: false,
        note: '请提供签收底单、派件录像和通话记录',
        at: ago(8700),
        by: '林经理',
        answer: '底单见图，通话记录没有',
        answeredAt: ago(4300),
        answeredBy: '天河网点 小李',
      },
      {
        id: id('asked'),
        unit: UNITS.chengdu,
        mine: false,
        note: '请提供到件录像',
        at: ago(8700),
        by: '林经理',
        answer: null,
        answeredAt: null,
        answeredBy: null,
      },
    ],
    replies: [
      {
        round: 1,
        liability: 'LIABLE',
        text: '经查，该件 11 月 9 日由派件员投放至驿站，未联系收件人，构成虚假签收，我公司有责。\n已向用户致歉，赔偿 268 元，并对责任网点作出处理。',
        timeline: [
          { at: ago(30_000), type: 'PICKED_UP', word: '揽收', site: 'O1', siteName: '惠州惠城江北网点' },
          { at: ago(29_000), type: 'DEPARTED', word: '发件', site: 'H1', siteName: '广州转运中心' },
          { at: ago(26_000), type: 'SIGNED', word: '签收', site: 'O2', siteName: '成都武侯网点' },
        ],
        files: 2,
        at: ago(600),
        author: '林经理',
        checkedAt: null,
        checkedBy: null,
        sentAt: null,
        sentBy: null,
        reference: null,
      },
    ],
    files: ['签收底单.pdf', '到件登记.xlsx', '情况说明.docx'].map((name, i) => ({
      id: id('file'),
      type: ['PDF', 'XLSX', 'DOCX'][i],
      name,
      bytes: 182_000,
      width: null,
      height: null,
      at: ago(4300),
      by: '天河网点 小李',
      purpose: UNITS.wuhou.code,
    })),
  }
}

const rate = (numerator, denominator, times) => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : (numerator / denominator) * times,
})
const figure = (key, i, parcels, region = null) => {
  const appeals = 31 + ((i * 29) % 47)
  const valid = Math.round(appeals * 0.14)
  return {
    key,
    region,
    appeals: rate(appeals, parcels, 1e6),
    valid: rate(valid, parcels, 1e6),
    open: i % 4,
    satisfied: rate(valid - 1, valid, 1),
    overdue: rate(i % 3, appeals, 1),
  }
}

function statistics(empty) {
  const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11']
  const nothing = {
    appeals: rate(0, 0, 1),
    valid: rate(0, 0, 1),
    satisfied: rate(0, 0, 1),
    overdue: rate(0, 0, 1),
  }
  return {
    from: '2026-06',
    until: '2026-11',
    total: empty ? { key: 'ALL', region: null, open: 0, ...nothing } : figure('ALL', 3, 151_000_000),
    byMonth: months.map((month, i) => figure(month, i, 22_000_000 + i * 1_400_000)),
    byCategory: CATEGORIES.map((category, i) => figure(category, i, 151_000_000)),
    byRegion: ['guangzhou', 'chengdu', 'wuhou'].map((name, i) =>
      figure(UNITS[name].code, i + 2, 18_000_000 + i * 3_000_000, UNITS[name]),
    ),
    entered: [{ month: '2026-10', region: UNITS.r5, parcels: 21_480_000 }],
  }
}

const PERIODS = [
  ['complaint.reply.statutory', '000000', 'P7D', '2025-06-01', '快递暂行条例第二十九条(国务院令第806号修订)'],
  ['appeal.company.answer', '000000', 'P15D', '2014-09-01', '邮政业消费者申诉处理办法(2014),沿用惯例,待核实'],
  [
    'appeal.company.second.answer',
    '000000',
    'P5D',
    '2014-09-01',
    '邮政业消费者申诉处理办法(2014),沿用惯例,待核实',
  ],
  ['appeal.window', '000000', 'P1Y', '2014-09-01', '邮政业用户申诉处理办法'],
  ['appeal.window', '330000', 'P6M', '2022-03-01', '浙江省快递业促进条例第三十七条'],
].map(([key, jurisdiction, value, effectiveFrom, source]) => ({
  key,
  jurisdiction,
  value,
  effectiveFrom,
  effectiveTo: null,
  source,
}))

/** Routes in the mock server's own form: method, path, answer. */
export function appealRoutes({ ok, paged, MODE }) {
  const empty = MODE === 'empty'
  const rows = empty ? [] : MODE === 'few' ? ROWS.slice(0, 3) : ROWS
  const count = (which) => rows.filter(which).length
  const find = (appealId) => ROWS.find((row) => row.id === appealId) ?? ROWS[0]
  const counts = {
    due: rows.length,
    overdue: count((row) => row.overdue),
    soon: Math.min(7, rows.length),
    mine: Math.min(4, rows.length),
    evidence: 0,
    toCheck: count((row) => row.state === 'REPLY_DRAFTED'),
  }
  return [
    ['GET', /^\/appeals\/counts$/, () => ok(counts)],
    ['GET', /^\/appeals\/statistics$/, () => ok(statistics(empty))],
    ['GET', /^\/appeals\/periods$/, () => ok(PERIODS)],
    ['GET', /^\/appeals$/, (_, q) => paged(ROWS, q)],
    ['GET', /^\/appeals\/([^/]+)$/, ([appealId]) => ok(view(find(appealId)))],
    ['POST', /^\/appeals\/([^/]+)\/([\w-]+)$/, ([appealId]) => ok(view(find(appealId)))],
    ['POST', /^\/appeals$/, () => ok(view(ROWS[0]))],
  ]
}

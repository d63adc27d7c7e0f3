// Organisation, people, keys, audit, imports and outbox for the mock server.
import { PROVINCES, REGIONS } from './board-routes.mjs'
import { at, id, UNITS, unit } from './sample.mjs'

const named = (ref, parentCode, path, more = {}) => ({
  ...ref,
  parentCode,
  path,
  division: null,
  address: null,
  phone: null,
  opens: null,
  closes: null,
  serviceArea: null,
  active: true,
  childCount: 0,
  version: 1,
  ...more,
})
const TREE = [
  named(UNITS.hq, null, '/HQ/', { childCount: REGIONS.length }),
  ...REGIONS.map((region, i) => named(region, 'HQ', `/HQ/${region.code}/`, { childCount: i === 4 ? 3 : 2 })),
  ...PROVINCES.slice(0, 16).map((province, i) =>
    named(
      unit(`P${province.code.slice(0, 2)}`, `${province.short}省区`, 'PROVINCE'),
      REGIONS[i % 8].code,
      '/HQ/',
      {
        division: province.code,
        childCount: 1,
      },
    ),
  ),
  named(unit('P44', '广东省区', 'PROVINCE'), 'R05', '/HQ/R05/P44/', { division: '440000', childCount: 1 }),
  named(unit('C4413', '惠州市', 'CITY'), 'P44', '/HQ/R05/P44/C4413/', { division: '441300', childCount: 40 }),
  ...Array.from({ length: 40 }, (_, i) =>
    named(
      unit(
        `O441302-${String(i + 1).padStart(3, '0')}`,
        `惠州惠城${['江北', '桥东', '水口', '龙丰'][i % 4]}${i + 1}网点`,
        'OUTLET',
      ),
      'C4413',
      `/HQ/R05/P44/C4413/O441302-${i + 1}/`,
      {
        division: '441302',
        address: '广东省惠州市惠城区江北街道文明一路 9 号',
        phone: '0752****310',
        opens: '08:00',
        closes: '20:00',
        serviceArea: '江北街道、小金口街道',
        active: i !== 7,
        version: 3,
      },
    ),
  ),
]
const CLOSURES = [
  {
    id: id('closure'),
    unit: UNITS.chengdu,
    reason: 'WEATHER',
    note: '暴雨，道路积水',
    from: at(-5),
    until: at(9),
  },
  { id: id('closure'), unit: UNITS.huizhou, reason: 'HOLIDAY', note: null, from: at(30), until: at(78) },
]
const FAMILY = ['赵敏', '何大勇', '周文', '黄建国', '林晓', '吴桂芳', '马超群', '欧阳静']
const PEOPLE = Array.from({ length: 208 }, (_, i) => ({
  id: `person-${i}`,
  username: `staff${i + 1}`,
  name: FAMILY[i % 8],
  phone: `138****${1000 + i}`,
  roles: i % 9 === 0 ? ['REGION_MANAGER', 'DISPATCHER'] : i % 4 === 1 ? ['AGENT'] : ['OUTLET_CLERK'],
  unit: i % 2 ? UNITS.wuhou : UNITS.huizhou,
  active: i % 17 !== 6,
  lockedUntil: i === 3 ? at(1) : null,
  totpEnabled: i % 5 === 0,
  lastSignInAt: i % 6 === 5 ? null : at(-i),
  version: 2,
}))
const KEYS = [
  ['快递100 推送', ['scans.write'], UNITS.hq, at(-0.1)],
  ['电商平台', ['parcels.write', 'parcel.read'], UNITS.r5, null],
].map(([name, permissions, scope, lastUsedAt], i) => ({
  id: `k${i}`,
  name,
  permissions,
  unit: scope,
  ratePerMinute: 600,
  createdAt: at(-300 - i),
  lastUsedAt,
}))
const CREDENTIALS = [
  ['生产环境', 'OAUTH', 'wpc_', at(-0.1)],
  ['灾备机房', 'SIGNING', 'wps_', null],
].map(([name, kind, prefix, lastUsedAt], i) => ({
  id: `0190000${i}-0000-7000-8000-000000000000`,
  kind,
  clientId: `${prefix}0190000${i}-0000-7000-8000-000000000000`,
  name,
  createdAt: at(-200 - i),
  createdBy: '林晓',
  lastUsedAt,
}))
const WEBHOOKS = [
  ['https://hooks.shop.example/waypost/tickets', true, null],
  ['https://old.shop.example/hook', false, 'GONE_410'],
].map(([url, enabled, disabledCode], i) => ({
  id: `w${i}`,
  url,
  events: ['ticket.opened', 'ticket.replied', 'ticket.closed', 'message.added'],
  enabled,
  disabledCode,
  previousUntil: i === 0 ? at(20) : null,
  createdAt: at(-100 - i),
  createdBy: '林晓',
}))
const DELIVERIES = [
  ['ping', 'PENDING', null, 0],
  ['ticket.closed', 'DELIVERED', null, 1],
  ['message.added', 'FAILED', 'HTTP_500', 10],
  ['ticket.opened', 'DELIVERED', null, 2],
].map(([event, state, code, attempts], i) => ({
  id: `d${i}`,
  webhookId: 'w0',
  event,
  ticketId: event === 'ping' ? null : '01900000-0000-7000-8000-000000000001',
  version: event === 'ping' ? null : 5 - i,
  payload: JSON.stringify({ type: event, timestamp: at(-i), data: { ticket: { number: 'T2603101' } } }),
  at: at(-i),
  state,
  code,
  attempts,
  messageId: attempts === 0 ? null : `m${i}`,
  finishedAt: attempts === 0 ? null : at(-i),
}))
const ACTS = [
  ['UNMASKED', 'PARCEL', 'YT6247854916511', { field: 'recipient.phone', reason: '联系客户' }],
  ['UNIT_CHANGED', 'UNIT', 'O441302-004', { name: '惠州惠城江北网点', active: true }],
  ['PERSON_ADDED', 'PERSON', 'staff12', { username: 'staff12', roles: ['AGENT'] }],
  ['PASSWORD_RESET', 'PERSON', 'staff3', {}],
  ['KEY_REVOKED', 'KEY', 'k7', { name: '旧对接' }],
  ['LIMIT_SET', 'LIMIT', 'DEPARTED', { hours: 80, reason: '冬季封路' }],
  ['SOMETHING_NEW', 'THING', 'x-1', { count: 3 }],
]
const AUDIT = Array.from({ length: 240 }, (_, i) => {
  const [action, subjectKind, subjectId, detail] = ACTS[i % ACTS.length]
  return {
    id: id('audit'),
    at: at(-i * 0.3),
    by:
      i % 6 === 4
        ? { kind: 'SYSTEM', id: null, name: 'system' }
        : { kind: 'PERSON', id: 'p1', name: FAMILY[i % 8] },
    address: '10.2.3.4',
    action,
    subjectKind,
    subjectId,
    unitPath: '/HQ/R05/',
    detail,
  }
})
const job = (fileName, state, share, more = {}) => ({
  id: id('job'),
  fileName,
  format: fileName.endsWith('csv') ? 'CSV' : 'NDJSON',
  state,
  bytesTotal: 48_000_000,
  bytesDone: Math.round(48_000_000 * share),
  lines: Math.round(310_000 * share),
  accepted: Math.round(300_000 * share),
  duplicates: Math.round(9_800 * share),
  rejected: Math.round(200 * share),
  startedAt: state === 'QUEUED' ? null : at(-1),
  finishedAt: state === 'DONE' || state === 'FAILED' ? at(-0.8) : null,
  by: { id: 'p1', name: '林晓' },
  failure: null,
  ...more,
})
const JOBS = [
  job('扫描-20260310.csv', 'RUNNING', 0.42),
  job('backlog.ndjson', 'QUEUED', 0),
  job('扫描-20260309.csv', 'DONE', 1),
  job('合作方.csv', 'FAILED', 0.1, { failure: 'UNREADABLE' }),
]
const OUT_CHANNEL = ['SMS', 'SMS', 'WEBHOOK', 'EMAIL', 'SMS', 'PUSH']
const OUT_TO = {
  EMAIL: 'l****@example.com',
  PUSH: 'a81c****',
  WEBHOOK: '0198c2de-77aa-7000-8000-00000000e001',
}
const OUT_STATE = [
  'SENT',
  'DELIVERED',
  'PENDING',
  'SENDING',
  'UNKNOWN',
  'FAILED',
  'REJECTED',
  'SUPPRESSED',
  'EXPIRED',
]
const OUT_ERROR = {
  PENDING: 'HTTP_503',
  UNKNOWN: 'TIMEOUT',
  FAILED: 'GAVE_UP NOT_REACHED',
  REJECTED: 'isv.MOBILE_NUMBER_ILLEGAL',
  SUPPRESSED: 'OPTED_OUT',
  EXPIRED: 'EXPIRED',
}
const OUTBOX = Array.from({ length: 205 }, (_, i) => {
  const channel = OUT_CHANNEL[i % 6]
  const state = OUT_STATE[i % 9]
  return {
    id: id('message'),
    channel,
    kind: ['SERVICE', 'SERVICE', 'SERVICE', 'SURVEY', 'COMMERCIAL', 'EMERGENCY'][i % 6],
    to: OUT_TO[channel] ?? `138****${1000 + i}`,
    title:
      { EMAIL: '【驿路】工单 T261128-00427-6 已有处理结果', PUSH: '包裹有新进展', WEBHOOK: 'ticket.closed' }[
        channel
      ] ?? null,
    text:
      channel === 'WEBHOOK'
        ? '{"type":"ticket.closed","data":{"number":"T261128-00427-6","version":7}}'
        : '【驿路】您有一件静默包裹待查找：YT6247854916511，请在 16:20 前回复。',
    segments: 1,
    state,
    attempts: 1 + (i % 3),
    provider: ['carrier', 'cloud'][i % 2],
    createdAt: at(-i * 0.1),
    dueAt: at(-i * 0.1 + 0.2),
    sentAt: ['SENT', 'DELIVERED'].includes(state) ? at(-i * 0.1) : null,
    subjectKind: i % 2 === 0 ? 'TICKET' : null,
    subjectId: i % 2 === 0 ? 'ticket-1' : null,
    error: OUT_ERROR[state] ?? null,
  }
})
const SUPPRESSED = Array.from({ length: 23 }, (_, i) => ({
  id: id('suppression'),
  channel: i % 5 === 0 ? 'EMAIL' : 'SMS',
  to: i % 5 === 0 ? 'w****@example.com' : `139****${2000 + i}`,
  reason: ['OPTED_OUT', 'OPTED_OUT', 'UNREACHABLE', 'COMPLAINED', 'BLOCKED'][i % 5],
  note: i % 5 === 3 ? '客户来电投诉营销短信，要求不再发送' : null,
  addedBy: i % 5 < 2 ? 'SMS' : '赵敏',
  addedAt: at(-i * 3),
}))
const REPORT = (dryRun) => ({
  dryRun,
  rows: 120,
  created: 96,
  updated: 21,
  unchanged: 3,
  errors: dryRun
    ? [
        { row: 4, field: 'kind', value: 'SHOP', code: 'UNKNOWN_VALUE', message: 'Not a kind.' },
        { row: 19, field: 'parent', value: 'C9999', code: 'UNKNOWN_UNIT', message: 'No such unit.' },
      ]
    : [],
})

export function officeRoutes({ ok, paged, MODE }) {
  const list = (items) => (MODE === 'empty' ? [] : MODE === 'few' ? items.slice(0, 3) : items)
  const found = (code) => TREE.find((u) => u.code === code) ?? TREE[0]
  const children = (q) =>
    q.get('q')
      ? TREE.filter((u) => `${u.name}${u.code}`.includes(q.get('q')))
      : TREE.filter((u) => u.parentCode === (q.get('parent') ?? null))
  return [
    ['GET', /^\/network\/units$/, (_, q) => paged(children(q), q)],
    [
      'GET',
      /^\/network\/units\/([^/]+)$/,
      ([code]) => ok({ ...found(code), ancestors: [UNITS.hq, REGIONS[4]] }),
    ],
    ['PUT', /^\/network\/units\/([^/]+)$/, ([code], _, body) => ok({ ...found(code), ...body })],
    ['POST', /^\/network\/units$/, (_, __, body) => ok({ ...TREE[1], ...body }, 201)],
    [
      'GET',
      /^\/network\/divisions$/,
      () => ok(PROVINCES.map((p) => ({ code: p.code, name: p.name, parent: null, level: 1 }))),
    ],
    ['GET', /^\/network\/closures$/, () => paged(CLOSURES, new URLSearchParams())],
    ['POST', /^\/network\/closures$/, () => ok(CLOSURES[0], 201)],
    ['PUT', /^\/network\/closures\//, () => ok(CLOSURES[0])],
    ['POST', /\/(network|people)\/import$/, (_, q) => ok(REPORT(q.get('dryRun') !== 'false'))],
    [
      'GET',
      /^\/units\/([^/]+)\/duties$/,
      () =>
        ok(list([{ kind: 'SILENT_PARCEL', person: { id: 'person-0', name: '赵敏' }, phone: '138****1000' }])),
    ],
    ['PUT', /^\/units\/([^/]+)\/duties$/, () => ok([])],
    [
      'GET',
      /^\/people$/,
      (_, q) =>
        paged(
          PEOPLE.filter((p) => !q.get('q') || `${p.name}${p.username}`.includes(q.get('q'))),
          q,
        ),
    ],
    [
      'POST',
      /^\/people$/,
      (_, __, body) =>
        ok({ person: { ...PEOPLE[0], ...body }, initialPassword: 'maple-tiger-93-river' }, 201),
    ],
    ['PUT', /^\/people\/([^/]+)$/, (_, __, body) => ok({ ...PEOPLE[0], ...body })],
    ['POST', /^\/people\/([^/]+)\/password-reset$/, () => ok({ initialPassword: 'lotus-anchor-27-cloud' })],
    ['POST', /^\/people\/([^/]+)\/sign-out$/, () => ok(undefined, 204)],
    ['GET', /^\/keys$/, () => paged(KEYS, new URLSearchParams())],
    [
      'POST',
      /^\/keys$/,
      (_, __, body) =>
        ok(
          {
            key: { ...KEYS[0], ...body },
            secret: 'wpk_k2_9fJx0aQ7mVtR4sLp8cYhB3dN',
            kuaidi100Salt: 'S7q2LmX9',
          },
          201,
        ),
    ],
    ['GET', /^\/keys\/[^/]+\/credentials$/, () => ok(CREDENTIALS)],
    [
      'POST',
      /^\/keys\/[^/]+\/credentials$/,
      (_, __, body) =>
        ok({ credential: { ...CREDENTIALS[0], ...body }, secret: '9fJx0aQ7mVtR4sLp8cYhB3dNeWq' }),
    ],
    ['GET', /^\/keys\/[^/]+\/webhooks$/, () => ok(WEBHOOKS)],
    [
      'POST',
      /^\/keys\/[^/]+\/webhooks$/,
      (_, __, body) =>
        ok({ webhook: { ...WEBHOOKS[0], ...body }, secret: 'whsec_bW9jayBzZWNyZXQgZm9yIHRoZSBjb25zb2xl' }),
    ],
    ['PUT', /^\/webhooks\/[^/]+$/, (_, __, body) => ok({ ...WEBHOOKS[0], ...body })],
    ['POST', /^\/webhooks\/[^/]+\/ping$/, () => ok(DELIVERIES[0])],
    [
      'POST',
      /^\/webhooks\/[^/]+\/secret$/,
      () => ok({ webhook: WEBHOOKS[0], secret: 'whsec_YW5vdGhlciBzZWNyZXQgZm9yIHRoZSBjb25zb2xl' }),
    ],
    ['POST', /^\/webhooks\/[^/]+\/replay$/, () => ok({ deliveries: 1 })],
    ['GET', /^\/webhooks\/[^/]+\/deliveries$/, (_, q) => paged(DELIVERIES, q)],
    ['DELETE', /^\/(keys|webhooks)\//, () => ok(undefined, 204)],
    [
      'GET',
      /^\/audit$/,
      (_, q) =>
        paged(
          AUDIT.filter((a) => !q.get('action') || a.action === q.get('action')),
          q,
        ),
    ],
    ['GET', /^\/scans\/imports$/, () => ok(list(JOBS))],
    ['POST', /^\/scans\/imports$/, () => ok(JOBS[0], 202)],
    [
      'GET',
      /^\/outbox$/,
      (_, q) =>
        paged(
          OUTBOX.filter((m) =>
            ['state', 'channel', 'kind'].every((name) => !q.get(name) || m[name] === q.get(name)),
          ),
          q,
        ),
    ],
    [
      'GET',
      /^\/outbox\/attempts$/,
      () =>
        ok([
          { number: 2, at: at(-0.1), provider: 'cloud', result: 'UNKNOWN', code: 'TIMEOUT' },
          { number: 1, at: at(-0.2), provider: 'carrier', result: 'PENDING', code: 'FLOW_CONTROL' },
        ]),
    ],
    [
      'GET',
      /^\/outbox\/overview$/,
      () =>
        ok({
          providers: [
            { name: 'carrier', channel: 'SMS', working: false, failures: 6, openUntil: at(0.1) },
            { name: 'cloud', channel: 'SMS', working: true, failures: 0, openUntil: null },
          ],
          waiting: 23,
          unknown: 22,
        }),
    ],
    [
      'POST',
      /^\/outbox\/(resend|give-up)$/,
      (_, __, body) => ok(body.ids.map((one) => ({ id: one, done: true, code: null }))),
    ],
    ['GET', /^\/outbox\/suppressions$/, (_, q) => paged(SUPPRESSED, q)],
    ['POST', /^\/outbox\/suppressions$/, () => ok(SUPPRESSED[0])],
    ['POST', /^\/outbox\/suppressions\/lift$/, () => ok(undefined, 204)],
  ]
}

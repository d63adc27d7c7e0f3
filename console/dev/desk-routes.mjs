// The chat desk for the mock server: who waits, who talks, who is there. Messages come over a socket, which the mock server has not.
import { id, PARCELS, UNITS } from './sample.mjs'

const ago = (seconds) => new Date(Date.now() - seconds * 1_000).toISOString()
const NAMES = ['王**', '李**', '张**', '刘**', '陈**', '杨**', '赵**', '黄**', '周**', '吴**']
const SAID = [
  '我的快件三天没动了，到底在哪里？',
  '显示签收了可我没收到',
  '能改一下地址吗',
  '你们什么时候送',
  '包装破了，里面的杯子碎了，这个怎么赔？',
]
const CHANNELS = ['CHAT', 'WECHAT', 'CHAT', 'CHAT', 'FEEDBACK']
const MATTERS = ['GENERAL', 'CLAIM', 'GENERAL', 'URGENT']
const unit = { code: UNITS.r5.code, name: UNITS.r5.name }
const me = { id: 'me', name: '林晓' }
const WAYBILLS = [...PARCELS.keys()]

function contact(i, more = {}) {
  return {
    id: `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`,
    conversation: `00000000-0000-7000-9000-${String(i).padStart(12, '0')}`,
    channel: CHANNELS[i % 5],
    state: 'TALKING',
    customer: { id: id('customer'), name: NAMES[i % 10] },
    contract: i % 4 === 0 ? { id: id('contract'), code: 'HT-0451', name: '晨光文具' } : null,
    matter: MATTERS[i % 4],
    unit,
    level: 1,
    since: ago(60 + i * 47),
    agent: me,
    offeredUntil: null,
    lastText: SAID[i % 5],
    lastAt: ago(8 + i * 13),
    unread: i % 3 === 0 ? 1 + (i % 4) : 0,
    repeats: i % 5 === 0 ? 2 : 0,
    waybills: i % 2 === 0 ? [WAYBILLS[0], WAYBILLS[1]] : i % 3 === 0 ? [] : [WAYBILLS[2]],
    end: null,
    disposition: null,
    score: null,
    guests: [],
    version: 3,
    ...more,
  }
}

function seat(i, state, reason, more = {}) {
  return {
    person: {
      id: `person-${i}`,
      name: ['何大勇', '赵敏', '周文', '孙静', '钱进', '冯雪', '韩冰', '许诺'][i % 8],
    },
    unit,
    state,
    reason,
    since: ago(40 + i * 311),
    forced: false,
    until: null,
    taken: state === 'OFFLINE' ? 0 : (i * 33) % 100,
    channels: ['CHAT', 'WECHAT', 'FEEDBACK'],
    skills: { GENERAL: 3, ...(i % 2 ? { CLAIM: 4, CANTONESE: 2 } : {}) },
    ...more,
  }
}

const DISPOSITIONS = [
  ['WHERE_IS_IT', '查件', 'Where is it'],
  ['URGE', '催件', 'Urge a parcel on'],
  ['DAMAGE', '破损、短少', 'Damage or missing content'],
  ['CLAIM', '理赔', 'Claim'],
  ['OTHER', '其他', 'Other'],
].map(([code, nameZh, nameEn]) => ({ code, nameZh, nameEn }))

const TERMS = { CHAT: { units: 33, targetSeconds: 30 }, WECHAT: { units: 33, targetSeconds: 60 } }

const REPLIES = [
  [null, '催', '已经再次催促网点，最晚今晚 8 点前给您回复进展。', true],
  [unit, '改地址', '可以为您登记改派，请告诉我新的地址、收件人和电话。', true],
  [{ code: 'HQ', name: '总部' }, '问候', '{客户}您好，我是客服{坐席}，请问有什么可以帮您？', false],
  [{ code: 'HQ', name: '总部' }, '查件', '您的快件 {运单号} 我正在查看轨迹，请稍等一两分钟。', false],
].map(([of, code, text, mayEdit], i) => ({
  id: `reply-${i}`,
  unit: of,
  code,
  text,
  position: i,
  mayEdit,
  version: 1,
}))

const quality = {
  at: ago(95),
  days: 7,
  windowDays: 3,
  rows: [
    [unit, 'CHAT', 412, 331, 96, 51, 46],
    [unit, 'WECHAT', 120, 101, 30, 12, 11],
    [{ code: 'R01', name: '华东大区' }, 'CHAT', 660, 402, 140, 60, 41],
    [{ code: 'R01', name: '华东大区' }, 'FEEDBACK', 0, 0, 3, 0, 0],
  ].map(([of, channel, first, resolved, endedToday, ratedToday, satisfiedToday]) => ({
    unit: of,
    channel,
    first,
    resolved,
    endedToday,
    ratedToday,
    satisfiedToday,
  })),
  dispositions: [
    ['WHERE_IS_IT', '查件', 'Where is it', 121],
    ['URGE', '催件', 'Urge a parcel on', 74],
    ['CLAIM', '理赔', 'Claim', 31],
    ['OTHER', '其他', 'Other', 18],
  ].map(([code, nameZh, nameEn, count]) => ({ code, nameZh, nameEn, count })),
}

/** The desk of the person who is signed in; DESK=50 gives them fifty conversations. */
export function deskRoutes({ ok, paged, MODE }) {
  const count = MODE === 'empty' ? 0 : Number(process.env.DESK ?? 8)
  const mine = seat(0, 'READY', null, { person: me, taken: count === 0 ? 0 : 66 })
  const contacts = Array.from({ length: count }, (_, i) => contact(i))
  if (count > 0) {
    contacts.push(
      contact(99, {
        state: 'OFFERED',
        offeredUntil: ago(-18),
        unread: 1,
        customer: { ...contact(1).customer, name: '郑**' },
      }),
    )
  }
  const guest = (i, more) => ({
    person: seat(i).person,
    role: 'CONSULT',
    here: true,
    by: me,
    note: '金额较大，请您看看怎么赔',
    at: ago(90),
    ...more,
  })
  const guestOf =
    count === 0
      ? []
      : [
          contact(70, {
            agent: seat(2).person,
            guests: [
              guest(0, {
                person: me,
                by: seat(2).person,
                here: false,
                note: '客户要求赔 3000 元，您看怎么回',
              }),
            ],
          }),
        ]
  if (count > 0) contacts[0].guests = [guest(5), guest(7, { here: false })]
  const find = (contactId) => [...contacts, ...guestOf].find((one) => one.id === contactId) ?? contacts[0]
  const change = (more) => (match) => {
    const found = find(match[0])
    Object.assign(found, more, { version: found.version + 1 })
    return ok(found)
  }
  const detail = ([contactId]) => {
    const found = find(contactId)
    return ok({
      contact: found,
      customer: {
        ...found.customer,
        identities: [
          { id: 'i1', kind: 'PHONE', label: '138****6688' },
          { id: 'i2', kind: 'VISITOR', label: '浏览器访客' },
        ],
        since: ago(86_400 * 90),
      },
      contract: null,
      steps: [],
      links: [{ kind: 'TICKET', ref: 'ticket-00001', at: ago(30) }],
      before: [1, 2].map((i) =>
        contact(40 + i, {
          state: 'CLOSED',
          since: ago(86_400 * i * 2),
          end: 'BY_AGENT',
          disposition: i === 1 ? 'WHERE_IS_IT' : 'URGE',
          score: i === 1 ? 4 : null,
        }),
      ),
    })
  }
  const rows = [
    [unit, 'CHAT', 6, 74, 34, 29],
    [unit, 'WECHAT', 0, null, 12, 12],
    [{ code: 'R01', name: '华东大区' }, 'CHAT', 2, 21, 51, 33],
    [{ code: 'R01', name: '华东大区' }, 'FEEDBACK', 0, null, 0, 0],
  ].map(([of, channel, waiting, longestWaitSeconds, answeredHour, inTimeHour], i) => ({
    unit: of,
    channel,
    waiting,
    parked: i === 3 ? 4 : 0,
    longestWaitSeconds,
    offered: i === 0 ? 1 : 0,
    talking: 9 - i * 2,
    answeredHour,
    inTimeHour,
    abandonedHour: i,
    estimate: waiting > 0 ? { usualSeconds: 40 + i * 20, mostlySeconds: 150 } : null,
  }))
  const seats = [
    seat(1, 'READY', null),
    seat(2, 'READY', null),
    seat(3, 'NOT_READY', 'MEAL'),
    seat(4, 'NOT_READY', 'MEETING', { forced: true }),
    seat(5, 'WRAP_UP', null),
    seat(6, 'OFFLINE', null),
  ]
  return [
    [
      'GET',
      /^\/desk$/,
      () =>
        ok({
          me: mine,
          contacts,
          guestOf,
          waiting: count === 0 ? 0 : 3,
          terms: TERMS,
          dispositions: DISPOSITIONS,
          matters: [],
        }),
    ],
    [
      'POST',
      /^\/desk\/presence$/,
      (_m, _q, body) => {
        if (body.command === 'READY') Object.assign(mine, { state: 'READY', reason: null })
        if (body.command === 'NOT_READY') Object.assign(mine, { state: 'NOT_READY', reason: body.reason })
        return ok(mine)
      },
    ],
    [
      'POST',
      /^\/desk\/socket$/,
      () => ok({ token: 't', until: ago(-1_800), url: 'ws://localhost:8099/chat/v1' }),
    ],
    [
      'POST',
      /^\/desk\/contacts\/([^/]+)\/(?:accept|take)$/,
      change({ state: 'TALKING', offeredUntil: null, agent: me }),
    ],
    [
      'POST',
      /^\/desk\/contacts\/([^/]+)\/(?:return|pass)$/,
      change({ state: 'WAITING', offeredUntil: null, agent: null }),
    ],
    ['GET', /^\/desk\/replies$/, () => ok(REPLIES)],
    ['POST', /^\/desk\/replies$/, () => ok(REPLIES[0])],
    ['PUT', /^\/desk\/replies\/.*$/, () => ok(REPLIES[0])],
    ['DELETE', /^\/desk\/replies\/.*$/, () => ok(null)],
    [
      'GET',
      /^\/desk\/board\/quality$/,
      () => ok(MODE === 'empty' ? { ...quality, rows: [], dispositions: [] } : quality),
    ],
    ['POST', /^\/desk\/contacts\/([^/]+)\/guests.*$/, change({})],
    ['DELETE', /^\/desk\/contacts\/([^/]+)\/guests\/.*$/, change({ guests: [] })],
    ['POST', /^\/desk\/contacts\/([^/]+)\/whispers$/, () => ok(null)],
    [
      'GET',
      /^\/desk\/colleagues$/,
      () =>
        ok(
          seats.map(({ person, unit: of, state, taken, skills }) => ({
            person,
            unit: of,
            state,
            taken,
            skills,
          })),
        ),
    ],
    ['POST', /^\/desk\/contacts\/([^/]+)\/close$/, change({ state: 'CLOSED' })],
    ['POST', /^\/desk\/contacts\/([^/]+)\/(?:notes|links)$/, detail],
    [
      'GET',
      /^\/desk\/contacts$/,
      (_m, query) =>
        paged(
          query.get('state') === 'WAITING'
            ? [1, 2, 3].map((i) => contact(60 + i, { state: 'WAITING', agent: null, since: ago(20 * i) }))
            : contacts.filter((one) => one.state === 'TALKING'),
          query,
        ),
    ],
    ['GET', /^\/desk\/contacts\/([^/]+)$/, detail],
    [
      'GET',
      /^\/desk\/board$/,
      () =>
        ok({
          at: ago(0),
          rows: MODE === 'empty' ? [] : rows,
          agents: MODE === 'empty' ? {} : { READY: 2, NOT_READY: 2, WRAP_UP: 1 },
          byReason: { MEAL: 1, MEETING: 1 },
        }),
    ],
    ['GET', /^\/desk\/agents$/, () => ok(MODE === 'empty' ? [] : seats)],
    ['POST', /^\/desk\/agents\/([^/]+)\/(force|lift)$/, () => ok(seats[3])],
    ['PUT', /^\/desk\/agents\/([^/]+)$/, () => ok(seats[0])],
  ]
}

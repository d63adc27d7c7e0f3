// Deterministic sample data in the shapes of the API, for looking at pages without a server. Never shipped.

export const START = Date.parse('2026-03-10T06:20:00Z')
export const SPEED = 60
const began = Date.now()
export const now = () => new Date(START + (Date.now() - began) * SPEED)
const H = 3_600_000
export const at = (hours) => new Date(START + hours * H).toISOString()

export const unit = (code, name, kind) => ({ code, name, kind })
export const UNITS = {
  hq: unit('HQ', '驿路总部', 'HEADQUARTERS'),
  r5: unit('R05', '华南大区', 'REGION'),
  huizhou: unit('O441302-004', '惠州惠城江北网点', 'OUTLET'),
  guangzhou: unit('H4401', '广州转运中心', 'HUB'),
  shenzhen: unit('H4403', '深圳转运中心', 'HUB'),
  chengdu: unit('H5101', '成都转运中心', 'HUB'),
  wuhou: unit('O510107-011', '成都武侯簇桥网点', 'OUTLET'),
  station: unit('X9', '簇桥菜鸟驿站', 'UNKNOWN'),
}

let serial = 0
export const id = (prefix) => `${prefix}-${(++serial).toString().padStart(5, '0')}`

function scan(hours, type, site, more = {}) {
  return {
    id: id('scan'),
    type,
    scannedAt: at(hours),
    arrivedAt: at(hours + 0.01),
    site,
    nextSite: null,
    device: 'PDA-0412',
    operator: '李*',
    bag: null,
    weightKg: null,
    remark: null,
    valid: true,
    flags: [],
    source: 'partner',
    ...more,
  }
}

const U = UNITS
export const LINE_HAUL = {
  hours: 38,
  stage: 'DEPARTED',
  laneClass: 'FAR',
  fromDivision: '440000',
  toDivision: '510000',
  basis: 'LEARNT',
  percentile: 99,
  samples: 12400,
  floorHours: 24,
  parts: [
    { kind: 'BASE', hours: 36, label: null },
    { kind: 'NIGHT', hours: 2, label: '夜间不发车' },
  ],
  version: 7,
}
const STATION_LIMIT = {
  ...LINE_HAUL,
  hours: 72,
  stage: 'AT_STATION',
  fromDivision: null,
  toDivision: null,
  laneClass: null,
  basis: 'DEFAULT',
  percentile: null,
  samples: null,
  parts: [],
}

/** A line-haul that left Shenzhen `gone` hours ago; over 38 it is silent. */
function haul(gone) {
  const t0 = -gone
  return [
    scan(t0 - 33, 'PICKED_UP', U.huizhou, { weightKg: 1.2 }),
    scan(t0 - 23, 'BAGGED', U.huizhou, { bag: 'B20260307-118' }),
    scan(t0 - 22.4, 'DEPARTED', U.huizhou, { nextSite: U.shenzhen }),
    scan(t0 - 0.3, 'ARRIVED', U.shenzhen, { flags: ['LATE_UPLOAD'], arrivedAt: at(t0 + 0.9) }),
    scan(t0, 'DEPARTED', U.shenzhen, { nextSite: U.chengdu, bag: 'B20260308-902' }),
    scan(t0 + 3, 'CALL_MADE', U.huizhou, { valid: false, remark: '客户来电询问' }),
  ]
}

function legsOf(timeline) {
  const valid = timeline.filter((s) => s.valid)
  const usual = {
    PICKED_UP: [4, 14, 24],
    BAGGED: [0.2, 2, 12],
    DEPARTED: [18, 26, 30],
    ARRIVED: [0.1, 3, 12],
  }
  return valid.map((s, i) => {
    const next = valid[i + 1]
    const hours = ((next ? Date.parse(next.scannedAt) : now().getTime()) - Date.parse(s.scannedAt)) / H
    const haulLeg = s.type === 'DEPARTED' && s.site === U.shenzhen
    const [low, high, limit] = haulLeg ? [24, 34, 38] : (usual[s.type] ?? [null, null, null])
    return {
      fromScanId: s.id,
      toScanId: next?.id ?? null,
      hours: Math.round(hours * 10) / 10,
      usualLowHours: low,
      usualHighHours: high,
      limitHours: limit,
    }
  })
}

function parcel(waybill, timeline, more = {}) {
  const last = timeline.filter((s) => s.valid).at(-1)
  const since = last?.scannedAt ?? null
  return {
    waybill,
    candidates: [{ carrier: 'YTO', name: '圆通速递', strength: 'STRICT' }],
    status: 'IN_TRANSIT',
    product: '标准快递',
    weightKg: 1.2,
    promisedAt: at(14),
    signedAt: null,
    origin: U.huizhou,
    destination: U.wuhou,
    laneClass: 'FAR',
    sender: { name: '王**', phone: '139****2210', address: '广东省惠州市惠城区江北街道***' },
    recipient: { name: '陈*', phone: '138****6688', address: '四川省成都市武侯区簇桥街道***' },
    delivery: {
      wish: 'DOOR',
      consents: [],
      leftWithoutConsentAt: null,
    },
    timeline,
    legs: legsOf(timeline),
    silence: since && { level: 'CALM', since, watchAt: null, limitAt: null, limit: LINE_HAUL },
    pauses: [],
    findings: [],
    notes: [],
    now: at(0),
    ...more,
  }
}

function silent(waybill, gone, ticketId) {
  const timeline = haul(gone)
  const finding = {
    id: id('finding'),
    kind: 'SILENT',
    waybill,
    raisedAt: at(38 - gone),
    silentSince: at(-gone),
    limitAt: at(38 - gone),
    limit: LINE_HAUL,
    responsible: U.chengdu,
    responsibleRule: 'RECEIVER_BAG_HANDED_OVER',
    clearedAt: null,
    clearedBy: null,
    verdict: null,
    ticketId,
  }
  return parcel(waybill, timeline, {
    silence: {
      level: 'SILENT',
      since: at(-gone),
      watchAt: at(24 - gone),
      limitAt: at(38 - gone),
      limit: LINE_HAUL,
    },
    findings: [finding],
    promisedAt: at(-3),
    notes: [
      {
        id: id('note'),
        at: at(-0.6),
        by: { id: 'p1', name: '林晓' },
        text: '客户说周五前要收到，可以送到公司前台。',
      },
    ],
  })
}

const calm = haul(20)
const delivered = [
  ...haul(60).slice(0, 5),
  scan(-25, 'ARRIVED', U.chengdu),
  scan(-24, 'DEPARTED', U.chengdu, { nextSite: U.wuhou }),
  scan(-20, 'ARRIVED', U.wuhou),
  scan(-19, 'OUT_FOR_DELIVERY', U.wuhou),
  scan(-15.5, 'STATION_IN', U.station),
  scan(-13.9, 'STATION_SIGNED', U.station),
]
const inStation = delivered.slice(0, -1)

export const PARCELS = new Map(
  [
    silent('YT6247854916511', 40.2, 'ticket-00001'),
    parcel('YT6247854916529', calm, {
      silence: { level: 'CALM', since: at(-20), watchAt: at(4), limitAt: at(18), limit: LINE_HAUL },
    }),
    parcel('YT6247854916537', haul(29), {
      silence: { level: 'WATCH', since: at(-29), watchAt: at(-5), limitAt: at(9), limit: LINE_HAUL },
    }),
    parcel('YT6247854916545', inStation, {
      status: 'AT_STATION',
      delivery: {
        wish: 'STATION',
        consents: [{ mode: 'STATION', at: at(-40), channel: 'SMS' }],
        leftWithoutConsentAt: null,
      },
      silence: { level: 'PAUSED', since: at(-15.5), watchAt: null, limitAt: null, limit: STATION_LIMIT },
      pauses: [{ id: id('pause'), reason: 'STATION', from: at(-15.5), until: at(56.5), by: 'SCAN' }],
    }),
    parcel('YT6247854916552', delivered, {
      status: 'SIGNED',
      signedAt: at(-13.9),
      silence: null,
      delivery: { wish: 'DOOR', consents: [], leftWithoutConsentAt: at(-15.5) },
    }),
    parcel('RR473124829GB', [], {
      status: 'CREATED',
      candidates: [{ carrier: 'EMS', name: '中国邮政', strength: 'CHECKED' }],
      silence: null,
      delivery: { wish: null, consents: [], leftWithoutConsentAt: null },
      origin: null,
    }),
  ].map((p) => [p.waybill, p]),
)

const KINDS = ['SILENT_PARCEL', 'SILENT_PARCEL', 'URGE', 'QUERY']
const PLACES = [U.chengdu, U.wuhou, U.huizhou, U.guangzhou]
const KIND_NAMES = {
  SILENT_PARCEL: { zh: '静默包裹', en: 'Silent parcel' },
  URGE: { zh: '催件', en: 'Urge' },
  QUERY: { zh: '查件', en: 'Query' },
}
const WAITS = ['CUSTOMER', 'EVIDENCE', 'OTHER_OUTLET', 'ROAD']
const PHASES = {
  NEW: 'DESK',
  DISPATCHED: 'UNIT',
  ACCEPTED: 'UNIT',
  IN_PROGRESS: 'UNIT',
  WAITING: 'WAITING',
  REPLIED: 'REPLIED',
  CLOSE_APPLIED: 'CHECK',
  CHECKED: 'CHECK',
}
const ALLOWED = {
  DESK: ['TRIAGE', 'DISPATCH', 'REJECT', 'INVALIDATE', 'MERGE', 'NOTE', 'URGENT', 'APPOINT'],
  UNIT: 'ACCEPT ANSWER APPLY_CLOSE WAIT HAND_OVER CARRY_UP NOTE URGE URGENT APPOINT MERGE REJECT INVALIDATE CLOSE'.split(
    ' ',
  ),
  WAITING: ['GO_ON', 'ANSWER', 'APPLY_CLOSE', 'NOTE', 'URGE', 'URGENT', 'CLOSE'],
  REPLIED: ['ANSWER', 'CHECK', 'RETURN', 'NOTE', 'URGE', 'URGENT', 'CLOSE'],
  CHECK: ['CHECK', 'CALL_BACK', 'RETURN', 'WITHDRAW_CLOSE', 'NOTE', 'URGENT', 'CLOSE', 'MERGE'],
}
const NAMES = ['赵敏', '何大勇', '周文', null]

export const TICKETS = Array.from({ length: 230 }, (_, i) => {
  const dueIn = i === 0 ? 1.2 : -1.5 + i * 0.035
  const state =
    i === 2
      ? 'NEW'
      : i === 6
        ? 'CLOSE_APPLIED'
        : i % 11 === 7
          ? 'WAITING'
          : i % 13 === 9
            ? 'REPLIED'
            : i % 7 === 5
              ? 'ACCEPTED'
              : 'DISPATCHED'
  const owed = state === 'DISPATCHED' || state === 'ACCEPTED' || state === 'NEW'
  const level = i % 9 === 4 ? 'REGION' : i % 23 === 5 ? 'HEADQUARTERS' : 'OUTLET'
  const limitMinutes = level === 'HEADQUARTERS' ? 240 : 120
  const urgent = i % 17 === 3
  const waybill = i === 0 ? 'YT6247854916511' : `YT62478549${(17000 + i * 37).toString().padStart(5, '0')}`
  return {
    id: `ticket-${(i + 1).toString().padStart(5, '0')}`,
    number: `G20260310-${(i + 1).toString().padStart(4, '0')}`,
    kind: KINDS[i % 4],
    kindName: KIND_NAMES[KINDS[i % 4]],
    urgent,
    urgentPerson: urgent ? { id: 'p9', name: '黄建国' } : null,
    urgentReason: urgent ? 'MEDICINE' : null,
    waybill,
    state,
    phase: PHASES[state],
    desk: U.hq,
    deskPerson: i % 3 === 0 ? { id: 'me', name: '林晓' } : null,
    origin: KINDS[i % 4] === 'SILENT_PARCEL' ? 'WATCH' : 'AGENT',
    waitReason: state === 'WAITING' ? WAITS[i % 4] : null,
    statutoryDueAt: i % 2 === 0 ? at(24 * (i % 8) + 70) : null,
    repeatNumber: i % 6 === 0 ? 3 : 1,
    handOvers: i % 5 === 0 ? 4 : 0,
    passedAround: i % 5 === 0,
    reopens: i % 10 === 0 ? 1 : 0,
    liability: null,
    causeCode: null,
    endReason: null,
    mergedInto: null,
    parentId: null,
    updatedAt: at(-0.5),
    level,
    unit: level === 'OUTLET' ? PLACES[i % 4] : level === 'REGION' ? U.r5 : U.hq,
    responsible: NAMES[i % 4] && { id: `p${i % 4}`, name: NAMES[i % 4] },
    openedAt: at(dueIn - limitMinutes / 60),
    dueAt: owed ? at(dueIn) : null,
    waitingUntil: state === 'WAITING' ? at(5) : state === 'REPLIED' ? at(9) : null,
    limitMinutes,
    urges: i % 5 === 1 ? 2 : 0,
    lastAnswer: owed
      ? null
      : {
          kind: state === 'REPLIED' ? 'FOUND_FORWARDED' : 'WAITING_CUSTOMER',
          at: at(-1),
          by: { id: 'p1', name: '赵敏' },
        },
    closedAt: null,
    closeReason: null,
    version: 3,
  }
})

/** The stages of a complaint's SOP, and the clock of the one that the ticket is in. */
function pathOf(row) {
  const now = { DESK: 0, UNIT: row.state === 'DISPATCHED' ? 1 : 2, WAITING: 2, REPLIED: 3, CHECK: 4 }[
    row.phase
  ]
  const stages = [
    ['TRIAGE', 'DESK', 30, []],
    ['RESPONSE', 'HUB', 120, []],
    ['SOLUTION', 'HUB', 1440, ['REMARK', 'HANDLER_PHONE']],
    ['VERIFICATION', 'DESK', 480, []],
    ['CHECK', 'DESK', 240, ['LIABILITY', 'ROOT_CAUSE']],
    ['CALL_BACK', 'DESK', 480, ['CALL_BACK_VERDICT']],
  ].map(([stage, party, limitMinutes, requires], i) => ({
    stage,
    party,
    limitMinutes,
    requires,
    customerText: '',
    now: i === now,
    done: i < now,
  }))
  const { stage, party, limitMinutes } = stages[now]
  const paused = row.state === 'WAITING' && row.waitReason !== 'ROAD' ? row.waitReason : null
  return {
    stages,
    clock: {
      stage,
      party,
      calendar: 'ALWAYS@1',
      limitSeconds: limitMinutes * 60,
      usedSeconds: limitMinutes * 36,
      dueAt: row.dueAt,
      paused,
    },
  }
}

export function ticketView(row) {
  const found = PARCELS.get(row.waybill)?.findings[0] ?? null
  const sys = { kind: 'SYSTEM', name: '驿路' }
  const opened = Date.parse(row.openedAt)
  const t = (minutes) => new Date(opened + minutes * 60_000).toISOString()
  const entry = (minutes, what, more = {}) => ({
    id: id('h'),
    at: t(minutes),
    by: sys,
    what,
    level: null,
    unit: null,
    person: null,
    text: null,
    data: {},
    ...more,
  })
  const file = (type, name, source, by, at) => ({
    id: id('file'),
    type,
    name,
    bytes: 182_000,
    width: type === 'PICTURE' ? 1200 : null,
    height: type === 'PICTURE' ? 900 : null,
    at,
    by,
    source,
    of: 'm1',
  })
  const brief = (one) => ({ id: one.id, number: one.number, kindName: one.kindName, state: one.state })
  return {
    ...row,
    description: '客户来电：包裹在成都中转后一直没有消息，里面是样品，周五前要用。',
    contact: { name: '陈*', phone: '138****6688' },
    ...pathOf(row),
    files: [
      file('PICTURE', '外箱破损.jpg', 'MESSAGE', '客户', t(25)),
      file('PDF', '赔付协议.pdf', 'NOTE', '林晓', t(40)),
    ],
    ratings: [{ stars: 4, words: '处理得挺快，就是电话打晚了。', at: t(300) }],
    messages: [
      { id: 'm1', at: t(20), direction: 'IN', by: '陈*', text: '请问包裹到哪里了？周五前能收到吗？' },
      {
        id: 'm2',
        at: t(24),
        direction: 'OUT',
        by: '林晓',
        text: '您好，已请成都转运中心查找，今天 18 点前答复您。',
      },
    ],
    parent: null,
    children: [],
    related: TICKETS.slice(1, 3)
      .filter((one) => one !== row)
      .map(brief),
    finding: found,
    answers:
      row.lastAnswer === null
        ? []
        : [
            {
              id: id('answer'),
              at: row.lastAnswer.at,
              by: row.lastAnswer.by,
              kind: row.lastAnswer.kind,
              remark: '在 3 号分拣口下面找到，面单被蹭花，已换单发出。',
              until: row.waitingUntil,
              misdirectedTo: null,
              photos: [
                { id: 'a', width: 1200, height: 900 },
                { id: 'b', width: 900, height: 1200 },
              ],
            },
          ],
    history: [
      entry(0, 'OPENED', {
        level: 'OUTLET',
        unit: U.chengdu,
        person: { id: 'p1', name: '赵敏' },
        text: '最后一次有效扫描后 38 小时没有消息',
      }),
      entry(0.2, 'NOTIFIED', { person: { id: 'p1', name: '赵敏' }, data: { news: 'OPENED' } }),
      entry(31, 'URGED', { by: { kind: 'PERSON', name: '林晓' }, text: '客户很急，今天第二次来电。' }),
      ...(row.level === 'OUTLET'
        ? []
        : [entry(120, 'ESCALATED', { level: 'REGION', unit: U.r5, person: { id: 'p9', name: '黄建国' } })]),
      ...(row.level === 'HEADQUARTERS'
        ? [entry(240, 'ESCALATED', { level: 'HEADQUARTERS', unit: U.hq })]
        : []),
      ...(row.lastAnswer === null
        ? []
        : [
            entry(60, 'ANSWERED', {
              by: { kind: 'PERSON', name: '赵敏' },
              data: { kind: row.lastAnswer.kind },
            }),
          ]),
    ],
    allowed: ALLOWED[row.phase].filter((action) => row.state === 'DISPATCHED' || action !== 'ACCEPT'),
  }
}

// Boards, findings, limits and public tracking for the mock server.
import { readFileSync } from 'node:fs'
import { at, id, LINE_HAUL, now, PARCELS, TICKETS, UNITS, unit } from './sample.mjs'

const OUTLINES = new URL('../src/features/insight/chart/china-provinces.json', import.meta.url)
export const PROVINCES = JSON.parse(readFileSync(OUTLINES, 'utf8'))
  .features.map(({ properties }) => ({
    code: String(properties.adcode),
    name: properties.name,
    short: properties.shortName,
  }))
  .filter((province) => province.code !== '100000')

const AREAS = ['华北', '东北', '华东', '华中', '华南', '西南', '西北', '闽赣']
export const REGIONS = AREAS.map((area, i) => unit(`R0${i + 1}`, `${area}大区`, 'REGION'))
const spread = (i, most) => Math.floor((((i * 7919) % 101) / 100) ** 3 * most)

export function board(empty, few) {
  const rows = (items) => (empty ? [] : few ? items.slice(0, 3) : items)
  const n = (value) => (empty ? 0 : value)
  return {
    at: now().toISOString(),
    unit: UNITS.hq,
    inFlight: n(128_460),
    watchNow: n(1_942),
    silentNow: n(231),
    silentRaisedToday: n(96),
    silentRaisedYesterday: n(214),
    tickets: {
      open: n(268),
      dispatched: n(190),
      waiting: n(31),
      replied: n(47),
      dueSoon: n(14),
      overdue: n(42),
      atRegion: n(27),
      atHeadquarters: n(7),
      urgent: n(13),
      closedToday: n(173),
      answeredInTimeShare: empty ? null : 0.914,
    },
    warnings: { right: n(1204), wrong: n(38), open: n(231), precision: empty ? null : 0.969 },
    freshness: {
      scansLastHour: n(61_200),
      p50Seconds: empty ? null : 22,
      p95Seconds: empty ? null : 412,
      meanSeconds: empty ? null : 96,
      shareUnder5Minutes: empty ? null : 0.934,
      lastArrivedAt: empty ? null : at(0),
    },
    provinces: rows(
      PROVINCES.map((p, i) => ({
        division: p.code,
        name: p.name,
        inFlight: 300 + spread(i + 3, 14_000),
        silent: spread(i + 1, 42),
        openTickets: spread(i + 1, 55),
        overdue: spread(i + 5, 12),
      })),
    ),
    regions: rows(
      REGIONS.map((region, i) => ({
        unit: region,
        inFlight: 9_000 + spread(i + 2, 26_000),
        silent: 6 + spread(i + 2, 80),
        openTickets: 8 + spread(i + 2, 90),
        overdue: spread(i + 4, 20),
        p95Seconds: 120 + spread(i + 6, 900),
      })),
    ),
    worst: rows(
      Array.from({ length: 10 }, (_, i) => ({
        unit: i % 3 === 0 ? UNITS.chengdu : i % 3 === 1 ? UNITS.guangzhou : UNITS.wuhou,
        silent: 24 - 2 * i,
        openTickets: 26 - 2 * i,
        overdue: Math.max(0, 9 - i),
        oldestHours: 61 - i * 2.5,
      })).map((row, i) => ({ ...row, unit: { ...row.unit, code: `${row.unit.code}-${i}` } })),
    ),
    trend: Array.from({ length: 24 }, (_, i) => ({
      hour: at(i - 24),
      raised: n(6 + spread(i, 14)),
      cleared: n(5 + spread(i + 9, 15)),
      closed: n(4 + spread(i + 17, 12)),
    })),
  }
}

export const FINDINGS = TICKETS.slice(0, 215).map((ticket, i) => ({
  id: id('finding'),
  kind: 'SILENT',
  waybill: ticket.waybill,
  raisedAt: at(-2 - i * 0.2),
  silentSince: at(-40 - i * 0.2),
  limitAt: at(-2 - i * 0.2),
  limit: LINE_HAUL,
  responsible: ticket.unit,
  responsibleRule: 'LAST_HOLDER',
  clearedAt: null,
  clearedBy: null,
  verdict: null,
  ticketId: ticket.id,
  unit: ticket.unit,
  ticketState: ticket.state,
  ticketDueAt: ticket.dueAt,
  hoursSilent: 40 + (215 - i) * 0.2,
}))

const FRESHNESS = REGIONS.map((region, i) => ({
  unit: region,
  scans: 4_000 + spread(i, 9_000),
  p50Seconds: 18 + i,
  p95Seconds: 90 + spread(i + 2, 2_000),
  shareUnder5Minutes: 0.99 - spread(i, 20) / 100,
  lastArrivedAt: at(-0.01 * i),
}))

const STAGES = [
  'PICKED_UP',
  'HANDLED',
  'DEPARTED',
  'ARRIVED_HUB',
  'ARRIVED_OUTLET',
  'DELIVERING',
  'AT_STATION',
]
const LANES = ['SAME_CITY', 'SAME_PROVINCE', 'ADJACENT', 'FAR', 'REMOTE']
const limitRow = (more) => ({
  stage: 'DEPARTED',
  laneClass: null,
  fromDivision: null,
  toDivision: null,
  dayPart: null,
  hours: 24,
  basis: 'DEFAULT',
  percentile: null,
  samples: null,
  source: '行业经验值',
  author: 'Waypost',
  effectiveFrom: at(-900),
  ...more,
})
export const LIMITS = {
  version: 7,
  effectiveFrom: at(-6),
  floorHours: 24,
  watchHours: 24,
  rows: [
    ...STAGES.map((stage, i) => limitRow({ stage, hours: [24, 24, 48, 12, 24, 24, 24][i] })),
    ...LANES.map((laneClass, i) => limitRow({ laneClass, hours: [12, 12, 24, 48, 72][i] })),
    limitRow({
      laneClass: 'FAR',
      hours: 41,
      basis: 'LEARNT',
      percentile: 99,
      samples: 412_000,
      source: '本网历史',
    }),
    limitRow({
      fromDivision: '440000',
      toDivision: '510000',
      hours: 38,
      basis: 'LEARNT',
      percentile: 99,
      samples: 12_400,
      source: '本网历史',
    }),
    limitRow({
      fromDivision: '310000',
      toDivision: '650000',
      hours: 80,
      basis: 'SET',
      source: '冬季封路',
      author: '黄建国',
      effectiveFrom: at(-6),
    }),
  ],
}

function track(body) {
  if (body.phoneLast4 === '0000') return null
  const parcel = PARCELS.get(body.waybill) ?? PARCELS.get('YT6247854916511')
  const scans = parcel.timeline.filter((scan) => scan.valid)
  return {
    waybill: body.waybill,
    status: parcel.status,
    place: { name: '成都转运中心', province: '四川省', city: '成都市' },
    lastAt: scans.at(-1)?.scannedAt ?? null,
    promisedAt: at(-3),
    late: true,
    doing: { code: 'CONTACTING_OUTLET', until: at(1.7) },
    steps: scans.map((scan) => ({ at: scan.scannedAt, type: scan.type, place: scan.site.name })),
    now: now().toISOString(),
  }
}

export function boardRoutes({ ok, problem, paged, MODE }) {
  const empty = MODE === 'empty'
  return [
    ['GET', /^\/boards\/network$/, () => ok(board(empty, MODE === 'few'))],
    ['GET', /^\/boards\/freshness$/, () => ok({ items: empty ? [] : FRESHNESS })],
    ['GET', /^\/findings$/, (_, q) => paged(FINDINGS, q)],
    ['GET', /^\/watch\/limits$/, () => ok(LIMITS)],
    ['POST', /^\/watch\/limits\/learn$/, () => ok({ learnt: 212, version: 8 })],
    ['POST', /^\/watch\/limits$/, () => ok({ ...LIMITS, version: 8 })],
    ['GET', /^\/watch\/quality$/, () => ok({ raised: 1473, ...board(empty, false).warnings })],
    [
      'POST',
      /^\/public\/track$/,
      (_, __, body) => {
        if (body.phoneLast4 === '9999') return problem(429, 'TOO_MANY_TRIES', { retryAfterSeconds: 900 })
        const found = track(body)
        return found === null ? problem(404, 'TRACK_NOT_FOUND') : ok(found)
      },
    ],
  ]
}

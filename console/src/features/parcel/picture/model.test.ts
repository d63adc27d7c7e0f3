import type { Leg, ParcelView, Scan, UnitRef } from '../../../api/types'
import { breakName, measure, placeAcross, placeDown } from './layout'
import { buildPicture, judge } from './model'

const T0 = Date.parse('2026-03-08T00:00:00Z')
const at = (hours: number) => new Date(T0 + hours * 3_600_000).toISOString()
const outlet: UnitRef = { code: 'O1', name: '惠州江北网点', kind: 'OUTLET' }
const hub: UnitRef = { code: 'H1', name: '深圳转运中心', kind: 'HUB' }
const far: UnitRef = { code: 'H2', name: '成都转运中心', kind: 'HUB' }
const end: UnitRef = { code: 'O2', name: '成都武侯网点', kind: 'OUTLET' }

function scan(id: string, hours: number, type: Scan['type'], site: UnitRef, more: Partial<Scan> = {}): Scan {
  return {
    id,
    type,
    site,
    scannedAt: at(hours),
    arrivedAt: at(hours),
    nextSite: null,
    device: null,
    operator: null,
    bag: null,
    weightKg: null,
    remark: null,
    valid: true,
    flags: [],
    source: 'test',
    ...more,
  }
}

function leg(
  fromScanId: string,
  toScanId: string | null,
  hours: number,
  low = 1,
  high = 10,
  limit = 20,
): Leg {
  return { fromScanId, toScanId, hours, usualLowHours: low, usualHighHours: high, limitHours: limit }
}

function parcel(timeline: Scan[], legs: Leg[], more: Partial<ParcelView> = {}): ParcelView {
  return {
    waybill: 'YT1',
    candidates: [],
    status: 'IN_TRANSIT',
    product: null,
    weightKg: null,
    promisedAt: at(72),
    signedAt: null,
    origin: outlet,
    destination: end,
    laneClass: 'FAR',
    sender: null,
    recipient: null,
    delivery: { wish: null, consents: [], leftWithoutConsentAt: null },
    timeline,
    legs,
    silence: null,
    pauses: [],
    findings: [],
    notes: [],
    now: at(0),
    ...more,
  }
}

const WAY = [
  scan('a', 0, 'PICKED_UP', outlet),
  scan('b', 5, 'DEPARTED', outlet, { nextSite: hub }),
  scan('c', 12, 'ARRIVED', hub),
  scan('x', 12.5, 'CALL_MADE', hub, { valid: false }),
  scan('d', 13, 'DEPARTED', hub, { nextSite: far }),
]
const LEGS = [leg('a', 'b', 5), leg('b', 'c', 7), leg('c', 'd', 1), leg('d', null, 30, 20, 34, 38)]

describe('buildPicture', () => {
  it('makes one stop of consecutive scans at a site and ignores what does not count', () => {
    const { stops } = buildPicture(parcel(WAY, LEGS), T0 + 43 * 3_600_000)
    expect(stops.map((stop) => [stop.site?.code ?? stop.kind, stop.kind])).toEqual([
      ['O1', 'passed'],
      ['H1', 'here'],
      ['H2', 'expected'],
      ['O2', 'expected'],
      ['recipient', 'recipient'],
    ])
    expect(stops[0]?.stayHours).toBe(5)
  })

  it('measures the way between places and keeps the waiting one running with the clock', () => {
    const { legs } = buildPicture(parcel(WAY, LEGS), T0 + 53 * 3_600_000)
    expect(legs[0]?.gauge).toMatchObject({ hours: 7, open: false, meaning: 'good' })
    expect(legs[1]?.gauge).toMatchObject({ hours: 40, open: true, limit: 38, meaning: 'act' })
    expect(legs[2]?.gauge).toBeNull()
  })

  it('believes the server on whether it is silent: it knows the calendar', () => {
    const limit = {
      hours: 38,
      stage: 'DEPARTED' as const,
      laneClass: null,
      fromDivision: null,
      toDivision: null,
      basis: 'DEFAULT' as const,
      percentile: null,
      samples: null,
      floorHours: 24,
      parts: [],
      version: 1,
    }
    const silence = { level: 'PAUSED' as const, since: at(13), watchAt: null, limitAt: null, limit }
    const pauses = [
      { id: 'p', reason: 'CLOSURE' as const, from: at(23), until: at(63), by: 'CLOSURE' as const },
    ]
    const gauge = buildPicture(parcel(WAY, LEGS, { silence, pauses }), T0 + 53 * 3_600_000).legs[1]?.gauge
    expect(gauge?.meaning).toBe('stopped')
    expect(gauge?.pauses[0]?.start).toBeCloseTo(10 / (40 * 1.08))
    expect(gauge?.pauses[0]?.end).toBeCloseTo(40 / (40 * 1.08))
  })

  it('ends with the recipient once signed, and nothing is expected any more', () => {
    const signed = [...WAY, scan('e', 40, 'ARRIVED', end), scan('f', 44, 'SIGNED', end)]
    const { stops, promise } = buildPicture(
      parcel(signed, LEGS, { status: 'SIGNED', signedAt: at(44) }),
      T0 + 500 * 3_600_000,
    )
    expect(stops.map((stop) => stop.kind)).toEqual(['passed', 'passed', 'passed', 'delivered'])
    expect(promise?.late).toBe(false)
  })

  it('knows that the promise is broken while it is not delivered', () => {
    expect(buildPicture(parcel(WAY, LEGS), T0 + 73 * 3_600_000).promise?.late).toBe(true)
  })

  it('is empty without scans', () => {
    expect(buildPicture(parcel([], []), T0).stops).toEqual([])
  })
})

describe('judge', () => {
  it('compares with the usual, then with the limit', () => {
    expect(judge(5, 10, 20)).toBe('good')
    expect(judge(15, 10, 20)).toBe('watch')
    expect(judge(21, 10, 20)).toBe('act')
    expect(judge(21, null, null)).toBe('plain')
  })
})

describe('layout', () => {
  it('spreads the stops over the room, and asks for more room rather than squeezing', () => {
    expect(placeAcross(3, 1000).xs).toEqual([84, 500, 916])
    const many = placeAcross(9, 1000)
    expect(many.width).toBeGreaterThan(1000)
    expect((many.xs[1] ?? 0) - (many.xs[0] ?? 0)).toBe(158)
  })

  it('gives legs without a gauge less height', () => {
    const { ys } = placeDown([null, null])
    expect(ys).toHaveLength(3)
    expect((ys[1] ?? 0) - (ys[0] ?? 0)).toBeLessThan(90)
  })

  it('never draws beyond the gauge', () => {
    const gauge = buildPicture(parcel(WAY, LEGS), T0 + 400 * 3_600_000).legs[1]?.gauge
    if (gauge == null) throw new Error('expected a gauge')
    const bars = measure(gauge, 100)
    expect(bars.actual).toBeLessThanOrEqual(100)
    expect(bars.limit ?? 0).toBeLessThan(bars.actual)
  })

  it('breaks long names into two lines and shortens the rest', () => {
    expect(breakName('深圳转运中心', 130)).toEqual(['深圳转运中心'])
    expect(breakName('成都市武侯区簇桥街道第二营业网点', 104)).toEqual([
      '成都市武侯区簇桥',
      '街道第二营业网点',
    ])
    expect(breakName('成都市武侯区簇桥街道第二营业网点分部门', 104)[1]).toMatch(/…$/)
  })
})

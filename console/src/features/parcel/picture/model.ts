import type { Finding, Leg, ParcelView, Pause, PauseReason, Scan, UnitRef } from '../../../api/types'
import { HOUR } from '../../../shared/time'
import type { Meaning } from '../../../shared/ui'

/** A place on the way; consecutive scans at one site are one stop. */
export interface Stop {
  key: string
  kind: 'passed' | 'here' | 'expected' | 'recipient' | 'delivered'
  site: UnitRef | null
  /** First scan here; null while it is only expected. */
  from: string | null
  lastScan: Scan | null
  /** Hours between the first and the last scan here. */
  stayHours: number
  stayMeaning: Meaning
}

/** The way from one stop to the next, with a gauge where the hours are known. */
export interface PictureLeg {
  key: string
  gauge: Gauge | null
}

export interface Gauge {
  hours: number
  /** Still running: the next scan has not come. */
  open: boolean
  low: number | null
  high: number | null
  limit: number | null
  meaning: Meaning
  /** The hours that the whole length of the gauge stands for. */
  scale: number
  pauses: { reason: PauseReason; start: number; end: number }[]
  finding: Finding | null
}

export interface Picture {
  stops: Stop[]
  /** `legs[i]` leads from `stops[i]` to `stops[i + 1]`. */
  legs: PictureLeg[]
  promise: { at: string; late: boolean } | null
}

const AT_RECIPIENT = new Set(['SIGNED', 'STATION_SIGNED', 'RETURN_SIGNED'])
const ORDER: Meaning[] = ['plain', 'good', 'stopped', 'watch', 'act']

export function worse(a: Meaning, b: Meaning): Meaning {
  return ORDER.indexOf(a) >= ORDER.indexOf(b) ? a : b
}

/** How a gap compares with what is usual and with its limit. */
export function judge(hours: number, high: number | null, limit: number | null): Meaning {
  if (limit !== null && hours > limit) return 'act'
  if (high !== null && hours > high) return 'watch'
  return high !== null || limit !== null ? 'good' : 'plain'
}

export function buildPicture(parcel: ParcelView, now: number): Picture {
  const scans = parcel.timeline.filter((scan) => scan.valid)
  const legOf = new Map(parcel.legs.map((leg) => [leg.fromScanId, leg]))
  const groups = groupBySite(scans)
  const finished = parcel.status === 'SIGNED' || parcel.status === 'RETURNED'
  const stops = groups.map((group, index) => toStop(group, legOf, index === groups.length - 1 && !finished))
  const legs: PictureLeg[] = []
  for (let i = 0; i + 1 < groups.length; i++) {
    legs.push(between(groups[i], groups[i + 1], legOf, parcel, now))
  }
  if (!finished && stops.length > 0) {
    appendExpected(stops, legs, parcel, scans, legOf, now)
  }
  return { stops, legs, promise: promiseOf(parcel, now) }
}

function groupBySite(scans: Scan[]): Scan[][] {
  const groups: Scan[][] = []
  for (const scan of scans) {
    const last = groups.at(-1)
    const same = last?.[0]?.site.code === scan.site.code && !AT_RECIPIENT.has(scan.type)
    if (last !== undefined && same) last.push(scan)
    else groups.push([scan])
  }
  return groups
}

function toStop(group: Scan[], legOf: Map<string, Leg>, here: boolean): Stop {
  const first = group[0]
  const last = group.at(-1)
  let stayMeaning: Meaning = 'plain'
  for (const scan of group.slice(0, -1)) {
    const leg = legOf.get(scan.id)
    if (leg !== undefined)
      stayMeaning = worse(stayMeaning, judge(leg.hours, leg.usualHighHours, leg.limitHours))
  }
  const delivered = last !== undefined && AT_RECIPIENT.has(last.type)
  return {
    key: first?.id ?? 'none',
    kind: delivered ? 'delivered' : here ? 'here' : 'passed',
    site: first?.site ?? null,
    from: first?.scannedAt ?? null,
    lastScan: last ?? null,
    stayHours: hoursBetween(first, last),
    stayMeaning,
  }
}

function hoursBetween(first: Scan | undefined, last: Scan | undefined): number {
  return first === undefined || last === undefined
    ? 0
    : (Date.parse(last.scannedAt) - Date.parse(first.scannedAt)) / HOUR
}

function between(
  from: Scan[] | undefined,
  to: Scan[] | undefined,
  legOf: Map<string, Leg>,
  parcel: ParcelView,
  now: number,
): PictureLeg {
  const last = from?.at(-1)
  const next = to?.[0]
  const key = `${last?.id}→${next?.id}`
  const leg = last === undefined ? undefined : legOf.get(last.id)
  if (last === undefined || next === undefined) return { key, gauge: null }
  const hours = leg?.hours ?? hoursBetween(last, next)
  return {
    key,
    gauge: toGauge(leg, hours, Date.parse(last.scannedAt), Date.parse(next.scannedAt), parcel, now),
  }
}

/** The part that has not happened: the waiting now, then the places still to come, then the recipient. */
function appendExpected(
  stops: Stop[],
  legs: PictureLeg[],
  parcel: ParcelView,
  scans: Scan[],
  legOf: Map<string, Leg>,
  now: number,
): void {
  const last = scans.at(-1)
  if (last === undefined) return
  const since = Date.parse(last.scannedAt)
  const leg = legOf.get(last.id)
  const gauge = toGauge(leg, Math.max(0, now - since) / HOUR, since, null, parcel, now)
  const back = parcel.status === 'RETURNING'
  const goal = back ? parcel.origin : parcel.destination
  const reached = !back && scans.some((scan) => scan.site.code === goal?.code)
  const coming: (UnitRef | null)[] = [last.nextSite, reached ? null : goal]
  const seen = new Set([last.site.code])
  for (const site of coming) {
    if (site !== null && !seen.has(site.code)) {
      seen.add(site.code)
      legs.push({ key: `to-${site.code}`, gauge: null })
      stops.push(expected(`expected-${site.code}`, 'expected', site))
    }
  }
  legs.push({ key: 'to-recipient', gauge: null })
  stops.push(expected('recipient', 'recipient', null))
  const first = legs[stops.findIndex((stop) => stop.kind === 'here')]
  if (first !== undefined) first.gauge = gauge
}

function expected(key: string, kind: 'expected' | 'recipient', site: UnitRef | null): Stop {
  return { key, kind, site, from: null, lastScan: null, stayHours: 0, stayMeaning: 'plain' }
}

function toGauge(
  leg: Leg | undefined,
  hours: number,
  start: number,
  end: number | null,
  parcel: ParcelView,
  now: number,
): Gauge {
  const open = end === null
  const low = leg?.usualLowHours ?? null
  const high = leg?.usualHighHours ?? null
  const limit =
    leg?.limitHours ?? (open && parcel.silence?.limitAt ? (parcel.silence.limit?.hours ?? null) : null)
  const scale = Math.max(hours, high ?? 0, limit ?? 0, 0.1) * 1.08
  const share = (at: number) => Math.min(1, Math.max(0, (at - start) / HOUR / scale))
  return {
    hours,
    open,
    low,
    high,
    limit,
    meaning: open ? openMeaning(parcel, judge(hours, high, limit)) : judge(hours, high, limit),
    scale,
    pauses: parcel.pauses
      .filter((pause) => overlaps(pause, start, end ?? now))
      .map((pause) => ({
        reason: pause.reason,
        start: share(Date.parse(pause.from)),
        end: share(Math.min(end ?? now, pause.until === null ? now : Date.parse(pause.until))),
      })),
    finding:
      parcel.findings.find((found) => within(Date.parse(found.silentSince), start, end ?? now)) ?? null,
  }
}

/** While it runs the server's level speaks: it knows the pauses and the calendar. */
function openMeaning(parcel: ParcelView, judged: Meaning): Meaning {
  switch (parcel.silence?.level) {
    case 'SILENT':
      return 'act'
    case 'WATCH':
      return 'watch'
    case 'PAUSED':
      return 'stopped'
    case 'CALM':
      return 'good'
    default:
      return judged
  }
}

function overlaps(pause: Pause, start: number, end: number): boolean {
  return Date.parse(pause.from) < end && (pause.until === null || Date.parse(pause.until) > start)
}

function within(at: number, start: number, end: number): boolean {
  return at >= start - 1000 && at < end
}

function promiseOf(parcel: ParcelView, now: number): Picture['promise'] {
  if (parcel.promisedAt === null) return null
  const reached = parcel.signedAt === null ? now : Date.parse(parcel.signedAt)
  return { at: parcel.promisedAt, late: reached > Date.parse(parcel.promisedAt) }
}

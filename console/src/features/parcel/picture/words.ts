import { joinClauses } from '../../../shared/i18n'
import { HOUR, sayDuration, sayHours, sayTime } from '../../../shared/time'
import type { parcelCopy } from '../copy'
import type { Picture, PictureLeg, Stop } from './model'

type T = ReturnType<typeof parcelCopy.use>

export function stopName(stop: Stop, t: T): string {
  if (stop.kind === 'recipient' || stop.kind === 'delivered') {
    return stop.lastScan?.type === 'RETURN_SIGNED' ? t.sender : t.recipient
  }
  return stop.site?.name ?? t.unknownPlace
}

/** What happened at a stop, under its name: at most two lines. */
export function stopLines(stop: Stop, picture: Picture, t: T, now: number): string[] {
  if (stop.kind === 'recipient')
    return picture.promise === null ? [t.noPromise] : [promiseLine(picture, t, now)]
  if (stop.lastScan === null) return []
  const last = `${sayTime(stop.lastScan.scannedAt, now)} ${t.scan[stop.lastScan.type]}`
  if (stop.kind === 'delivered')
    return picture.promise === null ? [last] : [last, promiseLine(picture, t, now)]
  return stop.stayHours >= 0.5 ? [last, t.stayed(sayDuration(stop.stayHours * HOUR))] : [last]
}

function promiseLine(picture: Picture, t: T, now: number): string {
  if (picture.promise === null) return ''
  const at = sayTime(picture.promise.at, now)
  return picture.promise.late ? t.latePromise(at) : t.promisedBy(at)
}

/** The picture in sentences, for those who cannot see it and for copying into a message. */
export function tell(picture: Picture, t: T, now: number): string[] {
  return picture.stops.flatMap((stop, index) => {
    const leg = picture.legs[index]
    const here = joinClauses([stopName(stop, t), ...stopLines(stop, picture, t, now)])
    const way = leg === undefined ? null : tellLeg(leg, t)
    return way === null ? [here] : [here, way]
  })
}

function tellLeg(leg: PictureLeg, t: T): string | null {
  if (leg.gauge === null) return null
  const { gauge } = leg
  const words = [gauge.open ? t.waiting(sayHours(gauge.hours)) : t.took(sayHours(gauge.hours))]
  if (gauge.low !== null && gauge.high !== null) words.push(t.usually(String(gauge.low), String(gauge.high)))
  if (gauge.limit !== null) words.push(t.limitIn(sayHours(gauge.limit)))
  if (gauge.limit !== null && gauge.hours > gauge.limit) words.push(t.overLimit)
  else if (gauge.high !== null && gauge.hours > gauge.high) words.push(t.longer)
  for (const pause of gauge.pauses) words.push(t.pausedHere(t.pause[pause.reason]))
  return joinClauses(words)
}

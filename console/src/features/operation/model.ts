import { getLocale } from '../../shared/i18n'
import { sayNumber } from '../../shared/time'
import type { Cause, Curve, Point } from './api'

export type Measure = Curve['measure']

const SHARES: Measure[] = ['DELIVERY_RATE', 'FAILED_SHARE', 'SILENT_SHARE']

/** What shows each cause. */
export const MEASURE: Record<Cause, Measure> = {
  STANDSTILL: 'SCANS',
  BACKLOG: 'BACKLOG',
  DELIVERY_RATE: 'DELIVERY_RATE',
  FAILED_SHARE: 'FAILED_SHARE',
  SILENT_SHARE: 'SILENT_SHARE',
}

export function sayShare(share: number): string {
  return new Intl.NumberFormat(getLocale(), { style: 'percent', maximumFractionDigits: 1 }).format(share)
}

export function sayPart(part: number, whole: number): string {
  return whole === 0 ? '—' : sayShare(Math.min(1, part / whole))
}

/** A value of the measure in words. */
export function sayValue(measure: Measure, value: number): string {
  return SHARES.includes(measure) ? sayShare(value) : sayNumber(Math.round(value))
}

/** A value with the places of a picture: x and y from 0 to 1, y upwards. */
export interface Drawn {
  x: number
  y: number
}

/** The lines of a picture of a curve; a part of them ends where nothing is known. */
export interface Picture {
  line: Drawn[][]
  usual: Drawn[][]
  /** The band as closed shapes: along the high ends and back along the low ones. */
  band: Drawn[][]
  top: number
}

/** Lays a curve out; shares are drawn up to the whole where they come near it. */
export function draw(points: Point[], measure: Measure): Picture {
  const most = Math.max(...points.flatMap((point) => [point.value ?? 0, point.high ?? 0]), 0)
  const top = SHARES.includes(measure) ? (most > 0.5 ? 1 : Math.max(0.05, most)) : Math.max(1, most)
  const at = (index: number, value: number): Drawn => ({
    x: points.length < 2 ? 0.5 : index / (points.length - 1),
    y: Math.min(1, value / top),
  })
  const runs = (value: (point: Point) => number | null) => {
    const all: Drawn[][] = []
    let open: Drawn[] | null = null
    points.forEach((point, index) => {
      const one = value(point)
      if (one === null) {
        open = null
        return
      }
      if (open === null) {
        open = []
        all.push(open)
      }
      open.push(at(index, one))
    })
    return all
  }
  const highs = runs((point) => point.high)
  const lows = runs((point) => (point.high === null ? null : (point.low ?? 0)))
  return {
    line: runs((point) => point.value),
    usual: runs((point) => point.usual),
    band: highs.map((high, index) => [...high, ...(lows[index] ?? []).toReversed()]),
    top,
  }
}

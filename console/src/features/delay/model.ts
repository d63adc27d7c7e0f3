import { getLocale } from '../../shared/i18n'
import type { Meaning } from '../../shared/ui'
import type { Chance, Estimated, Tenth } from './api'

export const CHANCE_MEANING: Record<Chance, Meaning> = { SAVEABLE: 'watch', HARDLY: 'act', LATE: 'plain' }

export function sayShare(share: number): string {
  return new Intl.NumberFormat(getLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** Where the estimate lies, each as a share of the way from the left end of the picture to its right. */
export interface Band {
  early: number
  expected: number
  late: number
  /** null where nothing is promised */
  promised: number | null
}

/** The picture of an estimate beside the promise; null where there is none to draw. */
export function bandOf(row: Omit<Estimated, 'cases'>): Band | null {
  if (row.early === null || row.expected === null) return null
  const early = Date.parse(row.early)
  const expected = Date.parse(row.expected)
  const late = row.late === null ? expected + (expected - early) : Date.parse(row.late)
  const promised = row.promisedAt === null ? null : Date.parse(row.promisedAt)
  const from = Math.min(early, promised ?? early)
  const length = Math.max(late, promised ?? late, from + 3_600_000) - from
  const at = (time: number) => (time - from) / length
  return {
    early: at(early),
    expected: at(expected),
    late: at(late),
    promised: promised === null ? null : at(promised),
  }
}

/** The tenths with parcels in them, with the size of their dot. */
export function dotsOf(tenths: Tenth[]): (Tenth & { radius: number })[] {
  const most = Math.max(1, ...tenths.map((one) => one.cases))
  return tenths
    .filter((one) => one.cases > 0)
    .map((one) => ({ ...one, radius: 3 + 7 * Math.sqrt(one.cases / most) }))
}

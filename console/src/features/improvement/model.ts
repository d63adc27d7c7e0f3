import { getLocale } from '../../shared/i18n'

/** The list of the tickets behind a number: those that ended in the span, of a cause and at a unit or below. */
export function ticketsPath(cause: string, from: string, until: string, unit: string | null): string {
  const conditions = [`cause:is:${cause}`, `closedAt:after:${from}`, `closedAt:before:${until}`]
  if (unit !== null) conditions.push(`place:within:${unit}`)
  return `/tickets?${new URLSearchParams({ view: 'all', phase: 'ENDED', f: conditions.join(';'), sort: 'closed' })}`
}

export function sayShare(part: number, whole: number): string {
  return whole === 0
    ? '—'
    : new Intl.NumberFormat(getLocale(), { style: 'percent', maximumFractionDigits: 1 }).format(part / whole)
}

export function sayDecimal(value: number | null): string {
  return value === null ? '∞' : new Intl.NumberFormat(getLocale(), { maximumFractionDigits: 2 }).format(value)
}

/** What a span is measured by: a share, or tickets a week. */
export function rateOf(
  measure: 'SHARE' | 'PER_WEEK',
  span: { tickets: number; ended: number; weeks: number },
) {
  if (measure === 'PER_WEEK') return span.tickets / span.weeks
  return span.ended === 0 ? 0 : span.tickets / span.ended
}

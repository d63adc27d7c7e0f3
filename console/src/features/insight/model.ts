export type Measure = 'silent' | 'overdue'

/** What we hold ourselves to. */
export const PRECISION_TARGET = 0.95
export const FRESH_SECONDS = 300

/** Upper ends of up to four classes of a map, by quantile of what is not zero; whole numbers, each once. */
export function classEnds(values: number[]): number[] {
  const some = values.filter((value) => value > 0).sort((a, b) => a - b)
  const ends = [0.4, 0.7, 0.9, 1].map((share) => some[Math.ceil(share * some.length) - 1] ?? 0)
  return [...new Set(ends)].filter((end) => end > 0)
}

/** 0 for nothing, then 1 to 4. */
export function classOf(value: number, ends: number[]): number {
  return value <= 0 ? 0 : ends.findIndex((end) => value <= end) + 1 || ends.length
}

/** Findings of a unit or a province, as an address. */
export function findingsPath(filter: { unit?: string; province?: string; all?: boolean }): string {
  const params = new URLSearchParams()
  if (filter.unit !== undefined) params.set('unit', filter.unit)
  if (filter.province !== undefined) params.set('province', filter.province)
  if (filter.all) params.set('show', 'all')
  const text = params.toString()
  return `/boards/findings${text === '' ? '' : `?${text}`}`
}

/** Parcels under way in a unit, or only those that come near their limit, as an address. */
export function underWayPath(filter: { unit: string; watched: boolean }): string {
  return `/boards/parcels?unit=${filter.unit}${filter.watched ? '&watched=1' : ''}`
}

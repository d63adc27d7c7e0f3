import type { VersionRow } from '../../api/types'

const NEVER = Date.parse('1971-01-01T00:00:00Z')

/** Whether it came with the software. */
export function isPackaged(row: VersionRow): boolean {
  return Date.parse(row.madeAt) < NEVER
}

export function isSinceEver(row: VersionRow): boolean {
  return row.effectiveFrom !== null && Date.parse(row.effectiveFrom) < NEVER
}

/** Approved, and not begun. */
export function isComing(row: VersionRow, now: number): boolean {
  return row.state === 'APPROVED' && row.effectiveFrom !== null && Date.parse(row.effectiveFrom) > now
}

/** The same text, whatever the order of its members. */
export function same(one: unknown, other: unknown): boolean {
  return text(one) === text(other)
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  )
}

/** What stands at a field such as products[0].rates[2].firstFen. */
export function valueAt(body: unknown, field: string): unknown {
  return field
    .split(/[.[\]]+/)
    .filter((name) => name !== '')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], body)
}

/** Flaws of the text that was saved, without those where something else stands by now: whether that is right shows when it is saved. */
export function standing<F extends { field: string }>(flaws: F[], saved: unknown, body: unknown): F[] {
  return flaws.filter(({ field }) => {
    const [before, now] = [valueAt(saved, field), valueAt(body, field)]
    return Array.isArray(before) && Array.isArray(now) ? before.length === now.length : same(before, now)
  })
}

/** The list with one member changed. */
export function withAt<T>(list: T[], at: number, more: Partial<T>): T[] {
  return list.map((one, index) => (index === at ? { ...one, ...more } : one))
}

export function withoutAt<T>(list: T[], at: number): T[] {
  return list.filter((_, index) => index !== at)
}

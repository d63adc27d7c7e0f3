import type {
  Tariff,
  TariffFlaw,
  TariffProduct,
  TariffRate,
  TariffRow,
  TariffSurcharge,
} from '../../../api/types'

const NEVER = Date.parse('1971-01-01T00:00:00Z')

/** Whether it came with the software. */
export function isPackaged(row: TariffRow): boolean {
  return Date.parse(row.madeAt) < NEVER
}

export function isSinceEver(row: TariffRow): boolean {
  return row.effectiveFrom !== null && Date.parse(row.effectiveFrom) < NEVER
}

/** Approved, and not begun. */
export function isComing(row: TariffRow, now: number): boolean {
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
export function valueAt(body: Tariff, field: string): unknown {
  return field
    .split(/[.[\]]+/)
    .filter((name) => name !== '')
    .reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], body)
}

/** Flaws of the text that was saved, without those where something else stands by now: whether that is right shows when it is saved. */
export function standing(flaws: TariffFlaw[], saved: Tariff, body: Tariff): TariffFlaw[] {
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

/** A price to go on from. */
export function freshRate(zone: string): TariffRate {
  return {
    zone,
    firstGrams: 1_000,
    firstFen: 0,
    bands: [{ fromGrams: 1_000, stepGrams: 1_000, stepFen: 0 }],
    days: null,
    by: null,
  }
}

/** A product with a price to fill in for every zone. */
export function freshProduct(body: Tariff): TariffProduct {
  return {
    code: '',
    name: '',
    mostGrams: 30_000,
    divisor: 0,
    leastEdgeMm: 0,
    cutOff: null,
    rates: body.zones.map(({ code }) => freshRate(code)),
    insurance: [],
    surcharges: [],
    remedy: 'NONE',
  }
}

export function freshSurcharge(): TariffSurcharge {
  return {
    kind: 'WANTED',
    code: '',
    name: '',
    fen: 0,
    perKgFen: 0,
    perMille: 0,
    areas: [],
    overMm: 0,
    overGrams: 0,
    from: null,
    to: null,
  }
}

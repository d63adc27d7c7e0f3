import type { Tariff, TariffProduct, TariffRate, TariffSurcharge } from '../../../api/types'

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

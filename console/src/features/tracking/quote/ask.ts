import type { QuoteAsk } from '../../../api/types'
import { type Choice, CM, KG, whole, YUAN } from '../../tariff'

/** What somebody wrote, as written. */
export interface Written {
  from: string[]
  to: string[]
  grams: string
  lengthMm: string
  widthMm: string
  heightMm: string
  declaredFen: string
  goods: string
}

export const UNWRITTEN: Written = {
  from: [],
  to: [],
  grams: '1',
  lengthMm: '',
  widthMm: '',
  heightMm: '',
  declaredFen: '',
  goods: '',
}

/** A number as people type it, in the smaller unit; null for nothing or no number. */
export function amount(typed: string, unit: number): number | null {
  const value = Number(typed.replace(/[，,\s]/g, ''))
  return typed.trim() === '' || !Number.isFinite(value) ? null : whole(value, unit)
}

/** Chosen down to a city, or as far as the province has cities. */
export function isPlace(places: Choice[], path: string[]): boolean {
  const province = places.find(({ value }) => value === path[0])
  return province !== undefined && (path.length > 1 || province.children === undefined)
}

export function toAsk(written: Written, wanted: string[]): QuoteAsk {
  const goods = written.goods.trim()
  return {
    from: written.from.at(-1) ?? '',
    to: written.to.at(-1) ?? '',
    grams: amount(written.grams, KG),
    lengthMm: amount(written.lengthMm, CM),
    widthMm: amount(written.widthMm, CM),
    heightMm: amount(written.heightMm, CM),
    declaredFen: amount(written.declaredFen, YUAN),
    wanted: wanted.length === 0 ? null : wanted,
    goods: goods === '' ? null : goods,
  }
}

import { getLocale } from '../../../shared/i18n'

export { plain, sayClock, whole } from '../../../shared/version/units'

/** The API counts fen, grams and millimetres; people read yuan, kilograms and centimetres. */
export const YUAN = 100
export const KG = 1_000
export const CM = 10

const decimals = (value: number, least: number, most: number) =>
  new Intl.NumberFormat(getLocale(), { minimumFractionDigits: least, maximumFractionDigits: most }).format(
    value,
  )

/** 1234 → 12.34 元 */
export function sayMoney(fen: number): string {
  const yuan = decimals(fen / YUAN, 2, 2)
  return getLocale() === 'zh-CN' ? `${yuan} 元` : `¥${yuan}`
}

/** 1500 → 1.5 kg */
export function sayWeight(grams: number): string {
  return `${decimals(grams / KG, 0, 3)} kg`
}

export function sayLength(millimetres: number): string {
  return `${decimals(millimetres / CM, 0, 1)} cm`
}

import { getLocale } from '../../../shared/i18n'

/** The API counts fen, grams and millimetres; people read yuan, kilograms and centimetres. */
export const YUAN = 100
export const KG = 1_000
export const CM = 10

const decimals = (value: number, least: number, most: number) =>
  new Intl.NumberFormat(getLocale(), { minimumFractionDigits: least, maximumFractionDigits: most }).format(
    value,
  )

/** What somebody typed in the larger unit, in whole ones of the smaller. */
export function whole(typed: number, unit: number): number {
  return Math.round(typed * unit)
}

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

/** 17:00:00 → 17:00 */
export function sayClock(time: string): string {
  return time.slice(0, 5)
}

/** Without the zeros that a fixed number of decimals leaves behind; what is being typed stays as it is. */
export function plain(
  value: string | number | undefined,
  typing?: { userTyping: boolean; input: string },
): string {
  if (typing?.userTyping) return typing.input
  const text = value === undefined ? '' : String(value)
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text
}

import { getLocale } from '../i18n'

/** The most that the API takes, in fen: a million yuan. */
export const MOST_FEN = 100_000_000
const YUAN = /^(\d{1,7}|\d{1,3}(?:,\d{3}){1,2})(?:\.(\d{1,2}))?$/

/** Yuan as typed, in fen; null where it is no amount. Digits are read as text, since 0.29 × 100 is no whole number for a machine. */
export function parseYuan(text: string): number | null {
  const typed = text
    .trim()
    .replace(/^[¥￥]\s*/, '')
    .replace(/\s*元$/, '')
  const found = YUAN.exec(typed)
  if (found === null) return null
  const [, yuan = '', cents = ''] = found
  const fen = Number(yuan.replaceAll(',', '')) * 100 + Number(cents.padEnd(2, '0'))
  return fen <= MOST_FEN ? fen : null
}

/** What to put into a field: 123450 → 1234.5 becomes 1234.50; an unknown amount leaves it empty. */
export function yuanText(fen: number | null | undefined): string {
  return fen == null ? '' : `${yuanOf(fen)}.${centsOf(fen)}`
}

/** 123450 → 1,234.50 元; the minus of a deduction stands in front. */
export function sayFen(fen: number): string {
  const sign = fen < 0 ? '−' : ''
  const amount = `${new Intl.NumberFormat(getLocale()).format(yuanOf(fen))}.${centsOf(fen)}`
  return getLocale() === 'zh-CN' ? `${sign}${amount} 元` : `${sign}¥${amount}`
}

const yuanOf = (fen: number) => (Math.abs(fen) - (Math.abs(fen) % 100)) / 100
const centsOf = (fen: number) => String(Math.abs(fen) % 100).padStart(2, '0')

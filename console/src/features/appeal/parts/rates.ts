import type { AppealRate } from '../../../api/types'
import { getLocale } from '../../../shared/i18n'

/** 1.67; — where there is nothing to hold it against. */
export function sayPerMillion(rate: AppealRate): string {
  return rate.value === null
    ? '—'
    : new Intl.NumberFormat(getLocale(), {
        maximumFractionDigits: rate.value < 100 ? 2 : 0,
      }).format(rate.value)
}

/** 97 %; — where nobody was asked. */
export function sayShare(rate: AppealRate): string {
  return rate.value === null
    ? '—'
    : new Intl.NumberFormat(getLocale(), { style: 'percent', maximumFractionDigits: 1 }).format(rate.value)
}

import type { ChargeFigure } from '../../../api/types'
import { getLocale } from '../../../shared/i18n'
import { sayFen } from '../../../shared/money'
import { sayNumber } from '../../../shared/time'
import { type ColumnName, wonShare } from './order'

/** 67%; a dash where nobody appealed. */
export function sayWon(figure: ChargeFigure): string {
  const share = wonShare(figure)
  return share === null
    ? '—'
    : new Intl.NumberFormat(getLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

/** What stands in a column. */
export function sayFigure(figure: ChargeFigure, column: ColumnName): string {
  switch (column) {
    case 'provisionalFen':
    case 'finalFen':
      return sayFen(figure[column])
    case 'won':
      return sayWon(figure)
    case 'charges':
    case 'counted':
    case 'appeals':
      return sayNumber(figure[column])
  }
}

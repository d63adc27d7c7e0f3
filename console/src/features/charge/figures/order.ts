import type { ChargeFigure } from '../../../api/types'

/** The columns of figures, and by which one can sort. */
export const COLUMNS = ['charges', 'counted', 'provisionalFen', 'finalFen', 'appeals', 'won'] as const
export type ColumnName = (typeof COLUMNS)[number]

/** The share of appeals that were won; null where there were none. */
export function wonShare({ appeals, won }: ChargeFigure): number | null {
  return appeals === 0 ? null : won / appeals
}

function rank(figure: ChargeFigure, column: ColumnName): number {
  return column === 'won' ? (wonShare(figure) ?? -1) : figure[column]
}

/** The most first; as the server gives them where no column is chosen. */
export function sorted(figures: ChargeFigure[], column: ColumnName | null): ChargeFigure[] {
  return column === null ? figures : [...figures].sort((a, b) => rank(b, column) - rank(a, column))
}

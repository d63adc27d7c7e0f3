import type { UnitStatement } from '../../../api/types'
import { exactTime } from '../../../shared/time'
import { chargeCopy } from '../copy'
import { type Cell, csvOf } from './csv'
import { entriesOf, sumOf } from './entries'

/** The statement as a sheet: what the page shows, with the reference of each booking. */
export function sheetOf(statement: UnitStatement): string {
  const t = chargeCopy.now()
  const s = t.statement
  const { opening, closing, unit, from, to } = statement
  const booked = sumOf(statement.lines)
  const total = (words: string, heldFen: number, owedFen: number): Cell[] => [
    '',
    words,
    '',
    { fen: heldFen },
    { fen: owedFen },
    '',
  ]
  return csvOf([
    [unit.name, unit.code, t.period.days(from, to), '', '', ''],
    [s.time, s.what, s.claim, s.held, s.owed, s.reference],
    total(s.opening, opening.provisionalFen, opening.receivableFen),
    ...entriesOf(statement).map((entry): Cell[] => [
      exactTime(entry.at),
      entry.what === null ? entry.note : s.whats[entry.what],
      entry.claimNumber ?? '',
      { fen: entry.heldFen },
      { fen: entry.owedFen },
      entry.reference,
    ]),
    total(s.booked, booked.heldFen, booked.owedFen),
    total(s.closing, closing.provisionalFen, closing.receivableFen),
  ])
}

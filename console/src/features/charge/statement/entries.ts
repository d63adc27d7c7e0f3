import type { StatementLine, UnitStatement } from '../../../api/types'

/** What a booking of a charge is; null for one that has nothing to do with a charge. */
export type What = 'PROVISIONAL' | 'REVERSAL' | 'FINAL' | 'AWARDED'

/** The two lines of one booking side by side. */
export interface Entry {
  key: string
  at: string
  what: What | null
  note: string
  reference: string
  claimNumber: string | null
  heldFen: number
  owedFen: number
}

/** What was booked on both accounts. */
export interface Sums {
  heldFen: number
  owedFen: number
}

const PART = /^liability\/[^/]+\/(provisional|reversal|final)(?:-\d+)?$/

function whatOf(reference: string, heldFen: number): What | null {
  switch (PART.exec(reference)?.[1]) {
    case 'provisional':
      return 'PROVISIONAL'
    case 'reversal':
      return 'REVERSAL'
    case 'final':
      return heldFen === 0 ? 'AWARDED' : 'FINAL'
    default:
      return null
  }
}

/** One entry for each booking, in the order in which they were booked. */
export function entriesOf({ lines }: UnitStatement): Entry[] {
  const bookings = new Map<string, StatementLine[]>()
  for (const line of lines) {
    const key = `${line.at} ${line.reference}`
    bookings.set(key, [...(bookings.get(key) ?? []), line])
  }
  return [...bookings].flatMap(([key, [first, ...more]]) => {
    if (first === undefined) return []
    const sums = sumOf([first, ...more])
    const { at, note, reference, claimNumber } = first
    return [{ key, at, note, reference, claimNumber, ...sums, what: whatOf(reference, sums.heldFen) }]
  })
}

/** What the lines make together, by account. */
export function sumOf(lines: StatementLine[]): Sums {
  const of = (account: StatementLine['account']) =>
    lines.reduce((sum, line) => sum + (line.account === account ? line.fen : 0), 0)
  return { heldFen: of('UNIT_PROVISIONAL'), owedFen: of('UNIT_RECEIVABLE') }
}

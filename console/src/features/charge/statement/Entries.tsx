import { Link } from 'react-router'
import type { UnitStatement } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayFen } from '../../../shared/money'
import { exactTime, sayTime } from '../../../shared/time'
import { Tag } from '../../../shared/ui'
import { chargeCopy } from '../copy'
import styles from './Entries.module.css'
import { type Entry, sumOf } from './entries'

/** The bookings one below the other, between the opening and the closing. */
export function Entries({ entries, statement }: { entries: Entry[]; statement: UnitStatement }) {
  const s = chargeCopy.use().statement
  const booked = sumOf(statement.lines)
  const { opening, closing } = statement
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{s.time}</th>
            <th scope="col">{s.what}</th>
            <th scope="col">{s.claim}</th>
            <th scope="col">{s.held}</th>
            <th scope="col">{s.owed}</th>
          </tr>
        </thead>
        <tbody>
          <Total words={s.opening} held={opening.provisionalFen} owed={opening.receivableFen} />
          {entries.map((entry) => (
            <Row key={entry.key} entry={entry} />
          ))}
        </tbody>
        <tfoot>
          <Total words={s.booked} held={booked.heldFen} owed={booked.owedFen} />
          <Total words={s.closing} held={closing.provisionalFen} owed={closing.receivableFen} />
        </tfoot>
      </table>
    </div>
  )
}

function Row({ entry }: { entry: Entry }) {
  const s = chargeCopy.use().statement
  const now = useBusinessNow()
  return (
    <tr>
      <td className="tabular" title={exactTime(entry.at)}>
        {sayTime(entry.at, now)}
      </td>
      <td title={entry.reference}>
        {entry.what === null ? entry.note : s.whats[entry.what]}{' '}
        {entry.what === 'REVERSAL' && <Tag meaning="good">{s.reversed}</Tag>}
      </td>
      <td className="tabular">
        {entry.claimNumber === null ? (
          '—'
        ) : (
          <Link to={`/charges?text=${encodeURIComponent(entry.claimNumber)}`}>{entry.claimNumber}</Link>
        )}
      </td>
      <Amount name={s.held} fen={entry.heldFen} />
      <Amount name={s.owed} fen={entry.owedFen} />
    </tr>
  )
}

function Total({ words, held, owed }: { words: string; held: number; owed: number }) {
  const s = chargeCopy.use().statement
  return (
    <tr className={styles.total}>
      <th scope="row" colSpan={3}>
        {words}
      </th>
      <td data-name={s.held}>{sayFen(held)}</td>
      <td data-name={s.owed}>{sayFen(owed)}</td>
    </tr>
  )
}

/** A booking that leaves an account as it is says nothing about it. */
function Amount({ name, fen }: { name: string; fen: number }) {
  return <td data-name={fen === 0 ? undefined : name}>{fen === 0 ? '' : sayFen(fen)}</td>
}

import { Link } from 'react-router'
import type { RegionRow } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { cx, UnitName } from '../../../shared/ui'
import { insightCopy } from '../copy'
import { saySeconds } from '../words'
import styles from './Tables.module.css'

/** The units right below, the most pressed first; each opens its own board. */
export function RegionsTable({ rows }: { rows: RegionRow[] }) {
  const t = insightCopy.use()
  if (rows.length === 0) {
    return <p className={styles.none}>{t.noRegions}</p>
  }
  const sorted = [...rows].sort((a, b) => b.overdue - a.overdue || b.silent - a.silent)
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.column.unit}</th>
            <th scope="col">{t.column.silent}</th>
            <th scope="col">{t.column.open}</th>
            <th scope="col">{t.column.overdue}</th>
            <th scope="col">{t.column.inFlight}</th>
            <th scope="col">{t.column.p95}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.unit.code}>
              <th scope="row">
                <Link to={`/boards?unit=${row.unit.code}`}>
                  <UnitName unit={row.unit} />
                </Link>
              </th>
              <td>{sayNumber(row.silent)}</td>
              <td>{sayNumber(row.openTickets)}</td>
              <td className={cx(row.overdue > 0 && styles.act)}>{sayNumber(row.overdue)}</td>
              <td>{sayNumber(row.inFlight)}</td>
              <td>{saySeconds(row.p95Seconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

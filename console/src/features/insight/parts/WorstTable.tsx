import { Link } from 'react-router'
import type { WorstRow } from '../../../api/types'
import { sayHours, sayNumber } from '../../../shared/time'
import { cx, UnitName } from '../../../shared/ui'
import { useCan } from '../../identity'
import { insightCopy } from '../copy'
import { findingsPath } from '../model'
import styles from './Tables.module.css'

/** Whom to push; each opens the findings of that unit. */
export function WorstTable({ rows }: { rows: WorstRow[] }) {
  const t = insightCopy.use()
  const can = useCan()
  if (rows.length === 0) {
    return <p className={styles.none}>{t.worstEmpty}</p>
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.column.unit}</th>
            <th scope="col">{t.column.silent}</th>
            <th scope="col">{t.column.overdue}</th>
            <th scope="col">{t.column.oldest}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 10).map((row) => (
            <tr key={row.unit.code}>
              <th scope="row">
                {can('parcel.read') ? (
                  <Link to={findingsPath({ unit: row.unit.code })}>
                    <UnitName unit={row.unit} />
                  </Link>
                ) : (
                  <UnitName unit={row.unit} />
                )}
              </th>
              <td>{sayNumber(row.silent)}</td>
              <td className={cx(row.overdue > 0 && styles.act)}>{sayNumber(row.overdue)}</td>
              <td>{row.oldestHours === null ? '—' : sayHours(row.oldestHours)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

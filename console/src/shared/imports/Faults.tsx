import type { ImportReport } from '../../api/types'
import { sayCode } from '../problems'
import { cx } from '../ui'
import { importCopy } from './copy'
import styles from './ImportDrawer.module.css'

/** What is wrong with a file, line by line. */
export function Faults({ faults }: { faults: ImportReport['errors'] }) {
  const t = importCopy.use()
  return (
    <table className={cx(styles.table, styles.faults)}>
      <thead>
        <tr>
          <th scope="col">{t.row}</th>
          <th scope="col">{t.field}</th>
          <th scope="col">{t.value}</th>
          <th scope="col">{t.problem}</th>
        </tr>
      </thead>
      <tbody>
        {faults.map((fault) => (
          <tr key={`${fault.row} ${fault.field} ${fault.code} ${fault.value}`}>
            <td>{fault.row}</td>
            <td>{fault.field}</td>
            <td>{fault.value}</td>
            <td>{sayCode(fault.code) ?? fault.message}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

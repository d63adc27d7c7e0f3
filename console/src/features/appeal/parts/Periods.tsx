import { provinceName } from '../../../shared/places'
import { ErrorState, SkeletonRows } from '../../../shared/ui'
import { usePeriods } from '../api'
import { appealCopy } from '../copy'
import { readPeriod } from '../model'
import styles from './FigureTable.module.css'

/** The periods of law that appeals are counted by, each with its source. */
export function Periods() {
  const f = appealCopy.use().fig
  const c = f.periodColumns
  const { data, error, isError, refetch } = usePeriods()
  if (data === undefined) {
    return isError ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={5} />
  }
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{c.key}</th>
            <th scope="col">{c.place}</th>
            <th scope="col">{c.value}</th>
            <th scope="col">{c.from}</th>
            <th scope="col">{c.to}</th>
            <th scope="col">{c.source}</th>
          </tr>
        </thead>
        <tbody>
          {data.map((row) => (
            <tr key={`${row.key} ${row.jurisdiction} ${row.effectiveFrom}`}>
              <th scope="row">{f.periodKey[row.key] ?? row.key}</th>
              <td>{row.jurisdiction === '000000' ? f.nation : provinceName(row.jurisdiction)}</td>
              <td>{f.span(...readPeriod(row.value))}</td>
              <td>{row.effectiveFrom}</td>
              <td>{row.effectiveTo ?? f.inForce}</td>
              <td>{row.source}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

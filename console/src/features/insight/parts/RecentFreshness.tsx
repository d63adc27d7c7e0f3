import { Link } from 'react-router'
import { useBusinessNow } from '../../../shared/clock/clock'
import { MINUTE, sayNumber, sayTime } from '../../../shared/time'
import { cx, ErrorState, SkeletonRows, UnitName } from '../../../shared/ui'
import { useFreshness } from '../api'
import { insightCopy } from '../copy'
import { FRESH_SECONDS } from '../model'
import { saySeconds, sayShare } from '../words'
import styles from './Tables.module.css'

/** How late scans arrived in the last hour, unit by unit below, the latest first. */
export function RecentFreshness({ unit }: { unit: string }) {
  const t = insightCopy.use()
  const { data, error, refetch } = useFreshness(unit)
  const minute = Math.floor(useBusinessNow() / MINUTE) * MINUTE
  if (data === undefined) {
    return error === null ? (
      <SkeletonRows rows={6} />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    )
  }
  const rows = [...data.items].sort((a, b) => (b.p95Seconds ?? 0) - (a.p95Seconds ?? 0))
  if (rows.length === 0) {
    return <p className={styles.none}>{t.freshnessEmptyHint}</p>
  }
  return (
    <>
      {error !== null && <ErrorState error={error} over onRetry={() => void refetch()} />}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.column.unit}</th>
              <th scope="col">{t.column.share}</th>
              <th scope="col">{t.column.p95Long}</th>
              <th scope="col">{t.column.scans}</th>
              <th scope="col">{t.column.last}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.unit.code}>
                <th scope="row">
                  <Link to={`/boards/freshness?unit=${row.unit.code}`}>
                    <UnitName unit={row.unit} />
                  </Link>
                </th>
                <td>{sayShare(row.shareUnder5Minutes)}</td>
                <td className={cx(row.p95Seconds !== null && row.p95Seconds > FRESH_SECONDS && styles.act)}>
                  {saySeconds(row.p95Seconds)}
                </td>
                <td>{sayNumber(row.scans)}</td>
                <td>{row.lastArrivedAt === null ? t.none : sayTime(row.lastArrivedAt, minute)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

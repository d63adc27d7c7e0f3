import type { Scan } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { exactTime, sayTime } from '../../../shared/time'
import { cx, Tag, UnitName } from '../../../shared/ui'
import { parcelCopy } from '../copy'
import styles from './ScanTable.module.css'

/** Every scan as it came in, newest first; what does not count as movement is said to. */
export function ScanTable({ scans }: { scans: Scan[] }) {
  const t = parcelCopy.use()
  const c = t.column
  return (
    <div className={styles.scroller}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t.scans}</caption>
        <thead>
          <tr>
            <th scope="col">{c.time}</th>
            <th scope="col">{c.what}</th>
            <th scope="col">{c.place}</th>
            <th scope="col">{c.details}</th>
          </tr>
        </thead>
        <tbody>
          {scans.toReversed().map((scan) => (
            <Row key={scan.id} scan={scan} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ scan }: { scan: Scan }) {
  const t = parcelCopy.use()
  const now = useBusinessNow()
  const details = [
    scan.nextSite === null ? null : t.nextSite(scan.nextSite.name),
    scan.bag === null ? null : t.bag(scan.bag),
    scan.weightKg === null ? null : t.weight(String(scan.weightKg)),
    scan.operator,
    scan.remark,
  ].filter((part) => part !== null)
  return (
    <tr className={cx(!scan.valid && styles.faint)}>
      <td className="tabular" title={exactTime(scan.scannedAt)}>
        {sayTime(scan.scannedAt, now)}
      </td>
      <td>
        {t.scan[scan.type]}
        {!scan.valid && (
          <span title={t.notCountedHint}>
            {' '}
            <Tag>{t.notCounted}</Tag>
          </span>
        )}
      </td>
      <td>
        <UnitName unit={scan.site} />
      </td>
      <td>
        {details.join(' · ')}
        {scan.flags.map((flag) => (
          <span
            key={flag}
            title={flag === 'LATE_UPLOAD' ? t.uploadedAt(sayTime(scan.arrivedAt, now)) : undefined}
          >
            {' '}
            <Tag meaning="watch">{t.flags[flag]}</Tag>
          </span>
        ))}
      </td>
    </tr>
  )
}

import type { ParcelRow } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { Tag, UnitName } from '../../../shared/ui'
import { parcelCopy } from '../copy'
import { LEVEL_MEANING, STATUS_MEANING } from '../model'
import styles from './ParcelRowBrief.module.css'

/** A parcel in two lines: in search results and on phones. */
export function ParcelRowBrief({ row }: { row: ParcelRow }) {
  const t = parcelCopy.use()
  const now = useBusinessNow()
  return (
    <div className={styles.brief}>
      <div>
        <strong className="tabular">{row.waybill}</strong>
        <Tag meaning={STATUS_MEANING[row.status]}>{t.status[row.status]}</Tag>
        {(row.level === 'SILENT' || row.level === 'WATCH') && (
          <Tag meaning={LEVEL_MEANING[row.level]}>{t.level[row.level]}</Tag>
        )}
      </div>
      <div className={styles.last}>
        {row.lastScan === null ? (
          t.noScan
        ) : (
          <>
            <span className="tabular">{sayTime(row.lastScan.scannedAt, now)}</span>{' '}
            <UnitName unit={row.lastScan.site} /> {t.scan[row.lastScan.type]}
          </>
        )}
        {row.recipient?.name != null && ` · ${row.recipient.name} ${row.recipient.phone ?? ''}`}
      </div>
    </div>
  )
}

import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { UnitName } from '../../../shared/ui'
import { parcelCopy, useParcel } from '../../parcel'
import { outletCopy } from '../copy'
import styles from './Journey.module.css'

/** The parcel's whole way, the newest on top. */
export function Journey({ waybill }: { waybill: string }) {
  const t = outletCopy.use()
  const words = parcelCopy.use()
  const now = useBusinessNow()
  const { data: parcel } = useParcel(waybill)
  return (
    <section className={styles.journey} aria-label={t.timeline}>
      <h2>{t.timeline}</h2>
      {parcel === undefined ? (
        <p>{t.timelineLater}</p>
      ) : (
        <ol>
          {[...parcel.timeline].reverse().map((scan) => (
            <li key={scan.id}>
              <time dateTime={scan.scannedAt} className="tabular">
                {sayTime(scan.scannedAt, now)}
              </time>
              <UnitName unit={scan.site} /> {words.scan[scan.type]}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { useParcelAnomalies } from '../api'
import { anomalyCopy } from '../copy'
import { sayAnomaly } from '../model'
import styles from './ParcelAnomalies.module.css'

/** What is wrong with the parcel's course now and what to do, where it cannot be overlooked; nothing where nothing is. */
export function StandingAnomalies({ waybill }: { waybill: string }) {
  const t = anomalyCopy.use()
  const now = useBusinessNow()
  const { data } = useParcelAnomalies(waybill)
  const standing = data?.filter((one) => one.endedAt === null) ?? []
  return standing.map((one) => (
    <div key={one.id} className={styles.standing}>
      <p>
        <strong>{t.kinds[one.kind]}</strong> {sayTime(one.since, now)} {sayAnomaly(one, t)}
      </p>
      <p className={styles.hint}>{t.todo[one.kind]}</p>
    </div>
  ))
}

import { useBusinessNow } from '../../../shared/clock/clock'
import { sayNumber, sayTime } from '../../../shared/time'
import { useForecast } from '../api'
import { delayCopy } from '../copy'
import { sayShare } from '../model'
import { Interval } from './Interval'
import styles from './ParcelForecast.module.css'

/** When a parcel under way will probably be delivered, with its interval beside the promise; nothing once it is over. */
export function ParcelForecast({ waybill }: { waybill: string }) {
  const t = delayCopy.use()
  const now = useBusinessNow()
  const { data } = useForecast(waybill)
  if (data === undefined || data.state === 'NOT_UNDER_WAY') return null
  const { estimate, promisedAt } = data
  if (estimate === null) {
    return (
      <p className={styles.forecast}>
        <strong>{t.forecast.title}</strong> <span className={styles.soft}>{t.forecast.notLearnt}</span>
      </p>
    )
  }
  return (
    <div className={styles.forecast}>
      <strong>{t.forecast.title}</strong>
      <Interval row={{ ...estimate, promisedAt }} />
      <span className={styles.soft}>
        {estimate.early !== null &&
          t.span(
            sayTime(estimate.early, now),
            estimate.late === null ? t.beyond : sayTime(estimate.late, now),
          )}
      </span>
      {promisedAt !== null && <span>{t.forecast.risk(sayShare(estimate.risk))}</span>}
      <span className={styles.soft}>{t.basedOn(sayNumber(estimate.cases))}</span>
    </div>
  )
}

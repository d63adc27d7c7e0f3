import { useBusinessNow } from '../../../shared/clock/clock'
import { sayNumber, sayTime } from '../../../shared/time'
import type { Estimated } from '../api'
import { delayCopy } from '../copy'
import styles from '../DelayPage.module.css'
import { bandOf } from '../model'

/** When it will probably be delivered, in words and as a band beside the promise. */
export function Interval({ row }: { row: Estimated }) {
  const t = delayCopy.use()
  const now = useBusinessNow()
  const band = bandOf(row)
  if (band === null || row.early === null || row.expected === null)
    return <span className={styles.faint}>{t.noEstimate}</span>
  const early = sayTime(row.early, now)
  const expected = sayTime(row.expected, now)
  const late = row.late === null ? t.beyond : sayTime(row.late, now)
  const words =
    row.promisedAt === null
      ? t.picturedFreely(early, expected, late)
      : t.pictured(early, expected, late, sayTime(row.promisedAt, now))
  const percent = (share: number) => `${share * 100}%`
  return (
    <span className={styles.interval} title={`${words} · ${t.basedOn(sayNumber(row.cases))}`}>
      <span className="tabular">{t.estimate(expected)}</span>
      <span role="img" aria-label={words} className={styles.band}>
        <i
          className={styles.range}
          style={{ left: percent(band.early), width: percent(band.late - band.early) }}
        />
        <i className={styles.middle} style={{ left: percent(band.expected) }} />
        {band.promised !== null && <i className={styles.promise} style={{ left: percent(band.promised) }} />}
      </span>
    </span>
  )
}

import { sayNumber } from '../../../shared/time'
import styles from '../AnomaliesPage.module.css'
import type { Board } from '../api'
import { anomalyCopy } from '../copy'
import { lastDays } from '../model'

/** How many were found on each of the last days, by kind. */
export function Days({ board }: { board: Board }) {
  const t = anomalyCopy.use()
  const days = lastDays(board)
  const most = Math.max(...days.map((day) => day.sum))
  if (most === 0) return <p className={styles.soft}>{t.daysNone}</p>
  return (
    <ol className={styles.days}>
      {days.map((day) => (
        <li key={day.day} className={styles.day} title={t.day(day.day, sayNumber(day.sum))}>
          <span className="tabular">{day.sum === 0 ? '' : sayNumber(day.sum)}</span>
          <div className={styles.bars}>
            {day.counts.map((one) => (
              <i
                key={one.kind}
                className={styles[one.kind]}
                style={{ height: `${(100 * one.raised) / most}%` }}
                title={`${t.kinds[one.kind]} ${sayNumber(one.raised)}`}
              />
            ))}
          </div>
          <span className="tabular">{day.day.slice(8)}</span>
        </li>
      ))}
    </ol>
  )
}

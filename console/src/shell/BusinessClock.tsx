import { useBusinessNow, useClockSpeed } from '../shared/clock/clock'
import { clockTime, exactTime, sayDay } from '../shared/time'
import { Tag } from '../shared/ui'
import { shellCopy } from './copy'
import styles from './TopBar.module.css'

/** The network's time; in a demo it says how much faster than ours it runs. */
export function BusinessClock() {
  const t = shellCopy.use()
  const now = useBusinessNow()
  const speed = useClockSpeed()
  return (
    <div className={styles.clock} title={speed === 1 ? t.clock : t.clockTitle(speed)}>
      <span className="visually-hidden">{t.clock}</span>
      <time dateTime={new Date(now).toISOString()} title={exactTime(now)} className="tabular">
        <span className={styles.day}>{sayDay(now, now)}</span> {clockTime(now)}
      </time>
      {speed !== 1 && <Tag meaning="stopped">{t.demoSpeed(speed)}</Tag>}
    </div>
  )
}

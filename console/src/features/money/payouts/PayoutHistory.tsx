import type { PayoutEvent } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { exactTime, sayTime } from '../../../shared/time'
import styles from '../parts/Detail.module.css'
import { sayWho } from '../parts/words'
import { payoutCopy } from './copy'
import { sayEvent } from './words'

/** Everything that happened to a payout, the newest first. */
export function PayoutHistory({ events, gateway }: { events: PayoutEvent[]; gateway: string }) {
  const t = payoutCopy.use()
  const now = useBusinessNow()
  return (
    <ol className={styles.history}>
      {[...events].reverse().map((event, index) => {
        const { did, why } = sayEvent(event, gateway, t)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: events have no number, and two may share a moment
          <li key={`${event.at} ${index}`}>
            <time dateTime={event.at} title={exactTime(event.at)} className="tabular">
              {sayTime(event.at, now)}
            </time>
            <div>
              <strong>{did}</strong>
              {why !== null && <p>{why}</p>}
            </div>
            <span>{sayWho(event.by)}</span>
          </li>
        )
      })}
    </ol>
  )
}

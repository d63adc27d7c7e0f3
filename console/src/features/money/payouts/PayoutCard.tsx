import type { Payout } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayFen } from '../../../shared/money'
import { sayTime } from '../../../shared/time'
import { Tag } from '../../../shared/ui'
import styles from '../parts/Card.module.css'
import { payoutCopy } from './copy'
import { STATE_MEANING } from './model'
import { sayNext } from './words'

/** A payout in four lines, for a phone. */
export function PayoutCard({ payout }: { payout: Payout }) {
  const t = payoutCopy.use()
  const now = useBusinessNow()
  return (
    <div className={styles.card}>
      <div className={styles.line}>
        <span className="tabular">{payout.claim}</span>
        <Tag meaning={STATE_MEANING[payout.state]}>{t.states[payout.state]}</Tag>
      </div>
      <div className={styles.line}>
        <strong className="tabular">{sayFen(payout.fen)}</strong>
        <span className="tabular">{sayTime(payout.since, now)}</span>
      </div>
      <span className={`${styles.soft} tabular`}>
        {t.ways[payout.way]} {payout.payeeAccount} {payout.payeeName}
      </span>
      <span className={styles.soft}>{sayNext(payout, now, t)}</span>
    </div>
  )
}

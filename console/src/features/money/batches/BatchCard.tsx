import type { PayoutBatch } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayFen } from '../../../shared/money'
import { sayNumber, sayTime } from '../../../shared/time'
import styles from '../parts/Card.module.css'
import { BatchActions } from './BatchActions'
import { BatchState } from './BatchState'
import { batchCopy } from './copy'

/** A batch in four lines, for a phone. */
export function BatchCard(props: { batch: PayoutBatch; onAnswer: (batch: PayoutBatch) => void }) {
  const { batch } = props
  const t = batchCopy.use()
  const now = useBusinessNow()
  return (
    <div className={styles.card}>
      <div className={styles.line}>
        <span className="tabular">{batch.number}</span>
        <BatchState batch={batch} />
      </div>
      <div className={styles.line}>
        <strong className="tabular">{sayFen(batch.fen)}</strong>
        <span>{t.payouts(sayNumber(batch.payouts))}</span>
      </div>
      <span className={styles.soft}>{t.by(sayTime(batch.madeAt, now), batch.madeBy)}</span>
      <BatchActions {...props} />
    </div>
  )
}

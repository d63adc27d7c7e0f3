import type { Difference } from '../../../api/types'
import { Tag } from '../../../shared/ui'
import card from '../parts/Card.module.css'
import { sayGateway } from '../parts/words'
import { reconciliationCopy } from './copy'
import { STATE_MEANING } from './model'
import styles from './Reconciliation.module.css'
import { sayDifference } from './words'

/** A difference in a few lines, for a phone. */
export function DifferenceCard({ difference }: { difference: Difference }) {
  const t = reconciliationCopy.use()
  return (
    <div className={card.card}>
      <div className={card.line}>
        <strong>{t.kinds[difference.kind]}</strong>
        <Tag meaning={STATE_MEANING[difference.state]}>{t.states[difference.state]}</Tag>
      </div>
      <p className={styles.two}>{sayDifference(difference, t)}</p>
      <span className={`${card.soft} tabular`}>
        {difference.day} {sayGateway(difference.gateway)}
      </span>
    </div>
  )
}

import type { ClaimRow } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { Tag } from '../../../shared/ui'
import { claimCopy } from '../copy'
import { STATE_MEANING } from '../model'
import styles from './ClaimCard.module.css'
import { Due } from './Due'

/** A claim in three lines, for a phone. */
export function ClaimCard({ claim }: { claim: ClaimRow }) {
  const t = claimCopy.use()
  return (
    <div className={styles.card}>
      <div className={styles.line}>
        <span className="tabular">{claim.number}</span>
        <Tag meaning={STATE_MEANING[claim.state]}>{t.states[claim.state]}</Tag>
      </div>
      <div className={styles.line}>
        <span>
          {t.kinds[claim.kind]} {claim.goods}
        </span>
        <span className="tabular">{sayFen(claim.owedFen)}</span>
      </div>
      <div className={styles.line}>
        <span className="tabular">{claim.waybill}</span>
        <Due claim={claim} />
      </div>
    </div>
  )
}

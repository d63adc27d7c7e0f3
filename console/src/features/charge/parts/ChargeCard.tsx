import type { ChargeRow } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { claimCopy } from '../../claims'
import { Burdens } from './Burdens'
import styles from './ChargeCard.module.css'
import { ChargeTimeLeft } from './ChargeTimeLeft'
import { StateTag } from './StateTag'

/** A charge for a phone: first what can be done and until when, then what it is about. */
export function ChargeCard({ charge }: { charge: ChargeRow }) {
  const kinds = claimCopy.use().kinds
  return (
    <div className={styles.card}>
      <div className={styles.line}>
        <StateTag charge={charge} strong />
        {charge.due !== null && <ChargeTimeLeft charge={charge} />}
      </div>
      <div className={styles.line}>
        <span>{kinds[charge.kind]}</span>
        <strong className="tabular">{sayFen(charge.fen)}</strong>
      </div>
      <div className={styles.line}>
        <Burdens charge={charge} />
      </div>
      <div className={styles.line}>
        <span className="tabular">{charge.claimNumber}</span>
        <span className="tabular">{charge.waybill}</span>
      </div>
    </div>
  )
}

import type { ChargeRow } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayFen } from '../../../shared/money'
import { sayTime } from '../../../shared/time'
import { chargeCopy } from '../copy'
import { isTimed, waitOf } from '../model'
import { ChargeTimeLeft } from './ChargeTimeLeft'
import styles from './Drawer.module.css'
import { StateTag } from './StateTag'

/** Where a charge stands, until when somebody may speak, and what happens if nobody does. */
export function Head({ charge }: { charge: ChargeRow }) {
  const t = chargeCopy.use()
  const now = useBusinessNow()
  const wait = waitOf(charge)
  return (
    <>
      <div className={styles.head}>
        <StateTag charge={charge} strong />
        {charge.due !== null && <ChargeTimeLeft charge={charge} size="page" />}
        {charge.due !== null && isTimed(charge.state) && (
          <span className="tabular">{t.until[charge.state](sayTime(charge.due, now))}</span>
        )}
        <span className={`${styles.amount} tabular`}>{sayFen(charge.fen)}</span>
      </div>
      <p className={styles.wait}>
        {wait === 'FINAL' ? t.endingMeans[charge.ending ?? 'ACCEPTED'] : t.waits[wait]}
      </p>
    </>
  )
}

import type { UnderWayRow } from '../../../api/types'
import { sayHours } from '../../../shared/time'
import { Tag, UnitName, WaybillNumber } from '../../../shared/ui'
import { LEVEL_MEANING, parcelCopy } from '../../parcel'
import styles from '../FindingsPage.module.css'
import { UntilLimit } from './underWayColumns'

/** A parcel under way, on a phone. */
export function UnderWayCard({ row }: { row: UnderWayRow }) {
  const parcel = parcelCopy.use()
  return (
    <>
      <div className={styles.line}>
        <strong className="tabular">{sayHours(row.hoursSilent)}</strong>
        <WaybillNumber waybill={row.waybill} />
        <Tag meaning={LEVEL_MEANING[row.level]}>{parcel.level[row.level]}</Tag>
      </div>
      <div className={styles.line}>
        <span className={styles.soft}>
          <UnitName unit={row.lastSite} />
        </span>
        <UntilLimit row={row} />
      </div>
    </>
  )
}

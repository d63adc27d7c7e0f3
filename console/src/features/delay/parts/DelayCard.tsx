import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { Tag, WaybillNumber } from '../../../shared/ui'
import type { DelayRow } from '../api'
import { delayCopy } from '../copy'
import styles from '../DelayPage.module.css'
import { CHANCE_MEANING } from '../model'
import { Interval } from './Interval'
import { useWhy } from './Why'

/** A promise in danger on a phone. */
export function DelayCard({ row }: { row: DelayRow }) {
  const t = delayCopy.use()
  const now = useBusinessNow()
  const why = useWhy()
  return (
    <>
      <div className={styles.line}>
        <WaybillNumber waybill={row.waybill} />
        <Tag meaning={CHANCE_MEANING[row.chance]}>{t.chances[row.chance]}</Tag>
      </div>
      <span className="tabular">
        {row.actBy !== null && `${t.columns.actBy} ${sayTime(row.actBy, now)} · `}
        {t.columns.promised} {sayTime(row.promisedAt, now)}
      </span>
      <Interval row={row} />
      <small className={styles.why}>{why(row)}</small>
    </>
  )
}

import type { FindingRow } from '../../../api/types'
import { sayHours } from '../../../shared/time'
import { Tag, TimeLeft, UnitName, WaybillNumber } from '../../../shared/ui'
import { STATE_MEANING, ticketCopy } from '../../ticket'
import styles from '../FindingsPage.module.css'

/** A silent parcel on a phone. */
export function FindingCard({ row }: { row: FindingRow }) {
  const words = ticketCopy.use()
  return (
    <>
      <div className={styles.line}>
        <span className={styles.hours}>{sayHours(row.hoursSilent)}</span>
        <WaybillNumber waybill={row.waybill} />
        {row.ticketState !== null && (
          <Tag meaning={STATE_MEANING[row.ticketState]}>{words.state[row.ticketState]}</Tag>
        )}
      </div>
      <div className={styles.line}>
        <span className={styles.soft}>
          <UnitName unit={row.responsible} />
        </span>
        {row.clearedAt === null && row.ticketDueAt !== null && (
          <TimeLeft dueAt={row.ticketDueAt} limitMinutes={row.ticketLimitMinutes ?? 0} />
        )}
      </div>
    </>
  )
}

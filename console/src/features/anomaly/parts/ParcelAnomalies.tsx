import { Link } from 'react-router'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { ErrorState, SkeletonRows, Tag } from '../../../shared/ui'
import { useCan } from '../../identity'
import { useParcelAnomalies } from '../api'
import { anomalyCopy } from '../copy'
import { sayAnomaly } from '../model'
import styles from './ParcelAnomalies.module.css'

/** What is or was wrong with the course of one parcel, what to do, and how it ended. */
export function ParcelAnomalies({ waybill }: { waybill: string }) {
  const t = anomalyCopy.use()
  const now = useBusinessNow()
  const can = useCan()
  const { data, error, refetch } = useParcelAnomalies(waybill)
  if (data === undefined) {
    return error === null ? (
      <SkeletonRows rows={1} />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    )
  }
  if (data.length === 0) return <p className={styles.soft}>{t.none}</p>
  return (
    <ul className={styles.list}>
      {data.map((one) => (
        <li key={one.id}>
          <p>
            <Tag meaning={one.endedAt === null ? 'act' : 'plain'}>{t.kinds[one.kind]}</Tag>{' '}
            {sayTime(one.since, now)} {sayAnomaly(one, t)}
          </p>
          <p className={styles.soft}>
            {one.endedAt === null || one.end === null
              ? t.todo[one.kind]
              : t.endedAt(sayTime(one.endedAt, now), t.ends[one.end])}{' '}
            {one.ticketId !== null && can('ticket.read') && (
              <Link to={`/tickets/${one.ticketId}`}>{t.openTicket}</Link>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

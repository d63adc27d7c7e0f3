import { Link } from 'react-router'
import { ErrorState, SkeletonRows } from '../../../shared/ui'
import { TicketCard, ticketPath } from '../../ticket'
import { useParcelTickets } from '../api'
import { parcelCopy } from '../copy'
import styles from './Lists.module.css'

/** The tickets of a parcel, apart from the one that is open beside it. */
export function ParcelTickets({ waybill, without }: { waybill: string; without?: string }) {
  const t = parcelCopy.use()
  const { data, isError, error, refetch } = useParcelTickets(waybill)
  if (data === undefined) {
    return isError ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={2} />
  }
  const others = data.filter((ticket) => ticket.id !== without)
  if (others.length === 0) {
    return <p className={styles.none}>{without === undefined ? t.ticketsNone : t.ticketsNoOther}</p>
  }
  return (
    <ul className={styles.list}>
      {others.map((ticket) => (
        <li key={ticket.id}>
          <Link to={ticketPath(ticket.id)} className={styles.ticket}>
            <TicketCard ticket={ticket} insideLink />
          </Link>
        </li>
      ))}
    </ul>
  )
}

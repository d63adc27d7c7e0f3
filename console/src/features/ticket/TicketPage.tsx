import { Button } from 'antd'
import { Suspense } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useShortcut } from '../../shared/keyboard'
import { EmptyState, ErrorState, PageFrame, SkeletonRows } from '../../shared/ui'
import { ParcelContext, parcelPath } from '../parcel'
import { useTicket } from './api'
import { ticketCopy } from './copy'
import { TicketPanel } from './parts/TicketPanel'
import styles from './TicketPage.module.css'

export default function TicketPage() {
  const t = ticketCopy.use()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const { data: ticket, error, refetch, isError } = useTicket(id)
  useShortcut('Escape', t.backToQueue, () => void navigate('/tickets'))

  if (ticket === undefined) {
    return (
      <PageFrame title={t.tickets}>
        {isError ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={12} />}
      </PageFrame>
    )
  }
  return (
    <PageFrame
      title={t.ticket(ticket.number)}
      actions={
        ticket.waybill !== null && (
          <Link to={parcelPath(ticket.waybill)}>
            <Button>{t.parcelPage}</Button>
          </Link>
        )
      }
    >
      {isError && <ErrorState error={error} over onRetry={() => void refetch()} />}
      <div className={styles.columns}>
        <TicketPanel ticket={ticket} />
        <aside aria-label={t.context}>
          <Suspense fallback={<SkeletonRows rows={8} />}>
            {ticket.waybill !== null && <ParcelContext waybill={ticket.waybill} />}
          </Suspense>
        </aside>
      </div>
      {ticket.allowed.length === 0 && ticket.phase !== 'ENDED' && <EmptyState title={t.refused} />}
    </PageFrame>
  )
}

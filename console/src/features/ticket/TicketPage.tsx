import { Button } from 'antd'
import { Suspense, useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useShortcut } from '../../shared/keyboard'
import { EmptyState, ErrorState, PageFrame, SkeletonRows } from '../../shared/ui'
import { useCan } from '../identity'
import { ParcelContext, parcelPath } from '../parcel'
import { useTicket } from './api'
import { ticketCopy } from './copy'
import { MacroDialog } from './parts/MacroDialog'
import { MentionDialog } from './parts/MentionDialog'
import { PresenceBar } from './parts/PresenceBar'
import { TicketPanel } from './parts/TicketPanel'
import styles from './TicketPage.module.css'

export default function TicketPage() {
  const t = ticketCopy.use()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const { data: ticket, error, refetch, isError } = useTicket(id)
  const [dialog, setDialog] = useState<'mention' | 'macro' | null>(null)
  const mayNote = useCan()('ticket.note') && ticket?.state !== 'CLOSED'
  useShortcut('m', t.macro.title, () => setDialog('macro'), { enabled: mayNote })
  useShortcut('t', t.together.mention, () => setDialog('mention'), { enabled: mayNote })
  useShortcut('p', t.print, () => window.print())
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
      aside={<PresenceBar id={ticket.id} editing={dialog !== null} />}
      actions={
        <>
          {mayNote && <Button onClick={() => setDialog('macro')}>{t.macro.title}</Button>}
          {mayNote && <Button onClick={() => setDialog('mention')}>{t.together.mention}</Button>}
          <Button onClick={() => window.print()}>{t.print}</Button>
          {ticket.waybill !== null && (
            <Link to={parcelPath(ticket.waybill)}>
              <Button>{t.parcelPage}</Button>
            </Link>
          )}
        </>
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
      {dialog === 'mention' && <MentionDialog ticket={ticket} onDone={() => setDialog(null)} />}
      {dialog === 'macro' && <MacroDialog ticket={ticket} onDone={() => setDialog(null)} />}
      {ticket.allowed.length === 0 && ticket.phase !== 'ENDED' && <EmptyState title={t.refused} />}
    </PageFrame>
  )
}

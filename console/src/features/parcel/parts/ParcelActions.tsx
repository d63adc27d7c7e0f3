import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import type { ParcelView, TicketView } from '../../../api/types'
import { useShortcut } from '../../../shared/keyboard'
import { useCan } from '../../identity'
import { OpenTicketDialog, ticketCopy, ticketPath } from '../../ticket'
import { parcelCopy } from '../copy'
import { NoteDialog } from './NoteDialog'

/** Brings a calendar with it. */
const PauseDialog = lazy(() => import('./PauseDialog').then((m) => ({ default: m.PauseDialog })))

type Dialog = 'urge' | 'query' | 'urgent' | 'note' | 'pause'

/** What an agent does about a parcel while the customer is on the line. */
export function ParcelActions({ parcel }: { parcel: ParcelView }) {
  const t = parcelCopy.use()
  const tt = ticketCopy.use()
  const can = useCan()
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const close = () => setDialog(null)
  const finished = parcel.status === 'SIGNED' || parcel.status === 'RETURNED'

  const mayRaise = can('ticket.open') && can('ticket.urgent') && !finished

  function opened(ticket: TicketView | null) {
    close()
    if (ticket !== null && dialog === 'query') void navigate(ticketPath(ticket.id))
  }

  useShortcut('c', tt.doUrge, () => setDialog('urge'), { enabled: can('ticket.open') && !finished })
  useShortcut('n', tt.doNote, () => setDialog('note'), { enabled: can('parcel.note') })
  useShortcut('u', tt.doUrgent, () => setDialog('urgent'), {
    enabled: can('ticket.open') && can('ticket.urgent'),
  })

  return (
    <>
      {can('ticket.open') && (
        <>
          {!finished && (
            <Button type="primary" onClick={() => setDialog('urge')}>
              {tt.doUrge}
            </Button>
          )}
          <Button onClick={() => setDialog('query')}>{tt.openTicket}</Button>
        </>
      )}
      {mayRaise && <Button onClick={() => setDialog('urgent')}>{tt.doUrgent}</Button>}
      {can('parcel.note') && <Button onClick={() => setDialog('note')}>{t.addNote}</Button>}
      {can('parcel.pause') && !finished && (
        <Button onClick={() => setDialog('pause')}>{t.pauseAction}</Button>
      )}
      {dialog === 'note' && <NoteDialog waybill={parcel.waybill} onDone={close} />}
      {dialog === 'pause' && (
        <Suspense>
          <PauseDialog waybill={parcel.waybill} onDone={close} />
        </Suspense>
      )}
      {(dialog === 'urge' || dialog === 'query' || dialog === 'urgent') && (
        <Suspense>
          <OpenTicketDialog waybill={parcel.waybill} kind={dialog} onDone={opened} />
        </Suspense>
      )}
    </>
  )
}

import { Button, Modal } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { Permission } from '../../../api/permissions'
import type { TicketView } from '../../../api/types'
import { useShortcut } from '../../../shared/keyboard'
import { SkeletonRows } from '../../../shared/ui'
import { useCan } from '../../identity'
import { ticketCopy } from '../copy'
import { type DialogKind, StepDialog } from './StepDialog'
import styles from './TicketActions.module.css'

/** Brings a calendar with it, which most who look at a ticket never need. */
const AnswerForm = lazy(() => import('./AnswerForm').then((m) => ({ default: m.AnswerForm })))

/** The steps that have a form of their own here. */
type Handled = 'ANSWER' | 'NOTE' | 'URGE' | 'URGENT' | 'CLOSE'

const NEEDS: Record<Handled, Permission> = {
  ANSWER: 'ticket.answer',
  NOTE: 'ticket.note',
  URGE: 'ticket.open',
  URGENT: 'ticket.urgent',
  CLOSE: 'ticket.handle',
}

/** The steps this person may take on this ticket now; each has a key. */
export function TicketActions({ ticket }: { ticket: TicketView }) {
  const t = ticketCopy.use()
  const can = useCan()
  const [dialog, setDialog] = useState<DialogKind | 'answer' | null>(null)
  const may = (action: Handled) => ticket.allowed.includes(action) && can(NEEDS[action])
  const done = () => setDialog(null)

  useShortcut('r', t.doAnswer, () => setDialog('answer'), { enabled: may('ANSWER') })
  useShortcut('c', t.doUrge, () => setDialog('urge'), { enabled: may('URGE') })
  useShortcut('n', t.doNote, () => setDialog('note'), { enabled: may('NOTE') })
  useShortcut('u', t.doUrgent, () => setDialog('urgent'), { enabled: may('URGENT') && !ticket.urgent })

  return (
    <div className={styles.actions}>
      {may('ANSWER') && (
        <Button type="primary" onClick={() => setDialog('answer')}>
          {t.doAnswer}
        </Button>
      )}
      {may('URGE') && <Button onClick={() => setDialog('urge')}>{t.doUrge}</Button>}
      {may('NOTE') && <Button onClick={() => setDialog('note')}>{t.doNote}</Button>}
      {may('URGENT') && !ticket.urgent && <Button onClick={() => setDialog('urgent')}>{t.doUrgent}</Button>}
      {may('CLOSE') && <Button onClick={() => setDialog('close')}>{t.doClose}</Button>}
      {dialog === 'answer' && <AnswerDialog ticket={ticket} onDone={done} />}
      {dialog !== null && dialog !== 'answer' && <StepDialog ticket={ticket} kind={dialog} onDone={done} />}
    </div>
  )
}

function AnswerDialog({ ticket, onDone }: { ticket: TicketView; onDone: () => void }) {
  const t = ticketCopy.use()
  return (
    <Modal
      open
      title={`${t.doAnswer} ${ticket.number}`}
      footer={null}
      onCancel={onDone}
      width={620}
      style={{ top: 40 }}
    >
      <Suspense fallback={<SkeletonRows rows={6} height={36} />}>
        <AnswerForm ticket={ticket} onAnswered={onDone} />
      </Suspense>
    </Modal>
  )
}

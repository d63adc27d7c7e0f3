import { App } from 'antd'
import type { TicketView } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayCode } from '../../../shared/problems'
import { sayNumber, sayTime } from '../../../shared/time'
import { Tag } from '../../../shared/ui'
import { ticketCopy } from '../../ticket'
import { outletCopy } from '../copy'
import type { QueuedAnswer } from '../queue/model'
import { addAnswer, removeAnswer, useAnswerQueue, useSendAnswers } from '../queue/useAnswerQueue'
import styles from './Pending.module.css'

/** An answer to this case that is still on this device: what it says, why it has not gone, and what can be done. */
export function PendingCard({ item, ticket }: { item: QueuedAnswer; ticket: TicketView | undefined }) {
  const t = outletCopy.use()
  const words = ticketCopy.use()
  const now = useBusinessNow()
  const { message } = App.useApp()
  const { sending } = useAnswerQueue()
  const send = useSendAnswers()
  const stuck = item.state !== 'WAITING'
  const mayResend = stuck && ticket?.allowed.includes('ANSWER') === true

  async function drop() {
    await removeAnswer(item.id)
    message.info(stuck ? t.discarded : t.withdrawn)
  }

  async function resend(latest: TicketView) {
    await addAnswer({
      ...item,
      version: latest.version,
      known: latest.answers.map((answer) => answer.id),
      state: 'WAITING',
      reason: null,
    })
    await send()
  }

  return (
    <section className={styles.card} aria-live="polite">
      <header>
        <Tag meaning={stuck ? 'act' : 'watch'}>
          {item.state === 'CONFLICT' ? t.conflict : item.state === 'REFUSED' ? t.refused : t.pending}
        </Tag>
        <strong>{words.answer[item.kind]}</strong>
        {item.until !== null && <span>{words.until(sayTime(item.until, now))}</span>}
        {item.misdirectedTo !== null && <span>{words.misdirectedTo(item.misdirectedTo)}</span>}
      </header>
      {item.remark !== '' && <p>{item.remark}</p>}
      {item.photos.length > 0 && <p>{t.photoCount(sayNumber(item.photos.length))}</p>}
      <p className={styles.why}>
        {item.state === 'WAITING' && t.pendingHint}
        {item.state === 'CONFLICT' && t.conflictHint}
        {item.state === 'REFUSED' && (item.reason === null ? null : sayCode(item.reason))}
      </p>
      <footer>
        {!stuck && (
          <button type="button" onClick={() => void send()} disabled={sending}>
            {sending ? t.sending : t.tryNow}
          </button>
        )}
        {mayResend && (
          <button type="button" onClick={() => void resend(ticket)}>
            {t.resend}
          </button>
        )}
        <button type="button" onClick={() => void drop()} disabled={sending && !stuck}>
          {stuck ? t.discard : t.withdraw}
        </button>
      </footer>
    </section>
  )
}

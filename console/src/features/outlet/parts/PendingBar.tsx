import { sayNumber } from '../../../shared/time'
import { Tag } from '../../../shared/ui'
import { ticketCopy } from '../../ticket'
import { outletCopy } from '../copy'
import { useAnswerQueue, useSendAnswers } from '../queue/useAnswerQueue'
import styles from './Pending.module.css'

/** What has not reached the server yet, on top of everything. */
export function PendingBar({ onOpen }: { onOpen: (ticketId: string) => void }) {
  const t = outletCopy.use()
  const words = ticketCopy.use()
  const { items, durable, sending } = useAnswerQueue()
  const send = useSendAnswers()
  if (items.length === 0) {
    return null
  }
  return (
    <section className={styles.bar} aria-live="polite" aria-label={t.pending}>
      <header>
        <strong>{t.pendingCount(sayNumber(items.length))}</strong>
        <button type="button" onClick={() => void send()} disabled={sending}>
          {sending ? t.sending : t.tryNow}
        </button>
      </header>
      <p>{durable ? t.pendingHint : t.memoryOnly}</p>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <button type="button" className={styles.item} onClick={() => onOpen(item.ticketId)}>
              <span className="tabular">{item.waybill}</span>
              <span>{words.answer[item.kind]}</span>
              {item.state !== 'WAITING' && (
                <Tag meaning="act">{item.state === 'CONFLICT' ? t.conflict : t.refused}</Tag>
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

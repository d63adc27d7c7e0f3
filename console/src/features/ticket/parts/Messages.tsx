import type { CustomerMessage } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { exactTime, sayTime } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { caseCopy } from '../copy'
import styles from './Messages.module.css'

/** What the customer wrote and what was written to them, oldest first as in any talk. */
export function Messages({ messages }: { messages: CustomerMessage[] }) {
  const t = caseCopy.use()
  const now = useBusinessNow()
  return (
    <ol className={styles.messages}>
      {[...messages]
        .sort((a, b) => a.at.localeCompare(b.at))
        .map((message) => (
          <li key={message.id} className={cx(message.direction === 'OUT' && styles.out)}>
            <p>{message.text}</p>
            <small className="tabular" title={exactTime(message.at)}>
              {message.direction === 'IN' ? t.fromCustomer : t.toCustomer} ·{' '}
              {message.by === 'waypost' ? t.platform : message.by} · {sayTime(message.at, now)}
            </small>
          </li>
        ))}
    </ol>
  )
}

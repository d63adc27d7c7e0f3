import type { OutboxMessage } from '../../../api/types'
import { Tag } from '../../../shared/ui'
import { outboxCopy } from '../copy'
import { MEANING, sayReason } from '../model'
import styles from '../OutboxPage.module.css'

/** The state, and why where it did not go well. */
export function MessageState({ message }: { message: OutboxMessage }) {
  const t = outboxCopy.use()
  const why = message.error === null ? undefined : sayReason(message.error, t.reason, t.gaveUpAfter)
  return (
    <span title={why === undefined ? undefined : t.why(why)}>
      <Tag meaning={MEANING[message.state]}>{t.state[message.state]}</Tag>
      {why !== undefined && <span className={styles.soft}> {why}</span>}
    </span>
  )
}

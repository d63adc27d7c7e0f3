import { Drawer } from 'antd'
import { Link } from 'react-router'
import type { OutboxMessage } from '../../../api/types'
import { exactTime } from '../../../shared/time'
import { ErrorState, SkeletonRows, Tag } from '../../../shared/ui'
import { useCan } from '../../identity'
import { useAttempts } from '../api'
import { outboxCopy } from '../copy'
import { AGAIN, MEANING, sayReason } from '../model'
import styles from '../OutboxPage.module.css'
import { MessageActions } from './MessageActions'
import { MessageState } from './MessageState'

/** Everything about one message, each try, and what can be done about it. */
export function MessageDrawer({ message, onClose }: { message: OutboxMessage; onClose: () => void }) {
  const t = outboxCopy.use()
  const can = useCan()
  return (
    <Drawer
      open
      title={t.detail.title}
      size="min(520px, 100vw)"
      onClose={onClose}
      footer={can('outbox.write') && AGAIN.has(message.state) ? <MessageActions message={message} /> : null}
    >
      <p className={styles.lead}>
        {t.channel[message.channel]} <MessageState message={message} />
      </p>
      {message.state === 'UNKNOWN' && <p className={styles.doubt}>{t.doubt}</p>}
      {message.title !== null && <h3 className={styles.more}>{message.title}</h3>}
      <p className={styles.text}>{message.text}</p>
      <Facts message={message} />
      <h3 className={styles.more}>{t.detail.attempts}</h3>
      <Attempts message={message} />
    </Drawer>
  )
}

function Facts({ message }: { message: OutboxMessage }) {
  const t = outboxCopy.use()
  const { subjectKind, subjectId } = message
  return (
    <dl className={styles.facts}>
      <dt>{t.detail.to}</dt>
      <dd className="tabular">{message.to}</dd>
      <dt>{t.detail.kind}</dt>
      <dd>{t.kind[message.kind]}</dd>
      <dt>{t.detail.created}</dt>
      <dd className="tabular">{exactTime(message.createdAt)}</dd>
      {message.state === 'PENDING' && (
        <>
          <dt>{t.detail.due}</dt>
          <dd className="tabular">{exactTime(message.dueAt)}</dd>
        </>
      )}
      <dt>{t.detail.sent}</dt>
      <dd className="tabular">{message.sentAt === null ? '—' : exactTime(message.sentAt)}</dd>
      <dt>{t.detail.provider}</dt>
      <dd>{message.provider ?? '—'}</dd>
      {message.channel === 'SMS' && (
        <>
          <dt>{t.detail.segments}</dt>
          <dd>{message.segments}</dd>
        </>
      )}
      {subjectId !== null && (
        <>
          <dt>{t.detail.subject}</dt>
          <dd>
            {subjectKind === 'TICKET' ? (
              <Link to={`/tickets/${subjectId}`}>{t.detail.ticket}</Link>
            ) : (
              `${subjectKind} ${subjectId}`
            )}
          </dd>
        </>
      )}
    </dl>
  )
}

function Attempts({ message }: { message: OutboxMessage }) {
  const t = outboxCopy.use()
  const { data, error, refetch } = useAttempts(message.id)
  if (error !== null) {
    return <ErrorState error={error} onRetry={() => void refetch()} />
  }
  if (data === undefined) {
    return <SkeletonRows rows={2} />
  }
  if (data.length === 0) {
    return <p className={styles.soft}>{t.detail.noAttempts}</p>
  }
  return (
    <ol className={styles.attempts}>
      {data.map((attempt) => (
        <li key={`${attempt.number} ${attempt.at}`}>
          <span>{t.detail.nth(attempt.number)}</span>
          <span className="tabular">{exactTime(attempt.at)}</span>
          <span>{attempt.provider ?? '—'}</span>
          <span>
            <Tag meaning={MEANING[attempt.result]}>{t.state[attempt.result]}</Tag>
            {attempt.code !== null && (
              <span className={styles.soft}> {sayReason(attempt.code, t.reason, t.gaveUpAfter)}</span>
            )}
          </span>
        </li>
      ))}
    </ol>
  )
}

import { useQuery } from '@tanstack/react-query'
import { Radio } from 'antd'
import { useSearchParams } from 'react-router'
import { api } from '../../api/client'
import { keys } from '../../api/query'
import type { OutboxMessage, OutboxState } from '../../api/types'
import { exactTime, sayNumber } from '../../shared/time'
import { type Column, DataTable, EmptyState, ErrorState, type Meaning, PageFrame, Tag } from '../../shared/ui'
import styles from './OutboxPage.module.css'
import { outboxCopy } from './outbox/copy'

/** No hint tells of a message's fate. */
const EVERY_MS = 10_000

const STATES = [
  'PENDING',
  'SENDING',
  'SENT',
  'DELIVERED',
  'UNKNOWN',
  'FAILED',
  'REJECTED',
  'SUPPRESSED',
  'EXPIRED',
] as const satisfies OutboxState[]

const MEANING: Record<OutboxState, Meaning> = {
  PENDING: 'plain',
  SENDING: 'plain',
  SENT: 'good',
  DELIVERED: 'good',
  UNKNOWN: 'watch',
  FAILED: 'act',
  REJECTED: 'act',
  SUPPRESSED: 'plain',
  EXPIRED: 'plain',
}

/** The latest text messages on their way out, the newest first. */
export default function OutboxPage() {
  const t = outboxCopy.use()
  const [params, setParams] = useSearchParams()
  const state = STATES.find((each) => each === params.get('state')) ?? null
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.outbox, state],
    queryFn: ({ signal }) => api.get<OutboxMessage[]>('/outbox', { state }, signal),
    placeholderData: (previous) => previous,
    refetchInterval: EVERY_MS,
  })
  const columns: Column<OutboxMessage>[] = [
    {
      key: 'created',
      title: t.column.created,
      width: '164px',
      render: (row) => <span className="tabular">{exactTime(row.createdAt)}</span>,
    },
    {
      key: 'to',
      title: t.column.to,
      width: '120px',
      render: (row) => <span className="tabular">{row.to}</span>,
    },
    {
      key: 'text',
      title: t.column.text,
      width: 'minmax(0, 1fr)',
      render: (row) => <span title={row.text}>{row.text}</span>,
    },
    { key: 'state', title: t.column.state, width: '200px', render: (row) => <MessageState message={row} /> },
    {
      key: 'attempts',
      title: t.column.attempts,
      width: '80px',
      align: 'end',
      from: 1000,
      render: (row) => sayNumber(row.attempts),
    },
    {
      key: 'sent',
      title: t.column.sent,
      width: '164px',
      from: 1200,
      render: (row) => <span className="tabular">{row.sentAt === null ? '—' : exactTime(row.sentAt)}</span>,
    },
  ]
  return (
    <PageFrame title={t.title} aside={t.hint} fill>
      <Radio.Group
        optionType="button"
        className={styles.states}
        aria-label={t.show}
        value={state ?? 'all'}
        options={[
          { value: 'all', label: t.all },
          ...STATES.map((value) => ({ value, label: t.state[value] })),
        ]}
        onChange={(event) =>
          setParams(event.target.value === 'all' ? {} : { state: event.target.value }, { replace: true })
        }
      />
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {(error === null || data !== undefined) && (
        <DataTable
          label={t.title}
          columns={columns}
          rows={data}
          rowKey={(row) => row.id}
          card={(row) => <MessageCard message={row} />}
          cardHeight={132}
          empty={<EmptyState title={t.emptyTitle}>{state === null ? t.emptyHint : t.filtered}</EmptyState>}
        />
      )}
    </PageFrame>
  )
}

function MessageState({ message }: { message: OutboxMessage }) {
  const t = outboxCopy.use()
  const reasons: Record<string, string> = t.reason
  const why = message.error === null ? undefined : t.why(reasons[message.error] ?? message.error)
  return (
    <span title={why}>
      <Tag meaning={MEANING[message.state]}>{t.state[message.state]}</Tag>
      {why !== undefined && <span className={styles.soft}> {why}</span>}
    </span>
  )
}

function MessageCard({ message }: { message: OutboxMessage }) {
  return (
    <div className={styles.card}>
      <div>
        <span className="tabular">{message.to}</span> <MessageState message={message} />
      </div>
      <p>{message.text}</p>
      <span className={styles.soft}>{exactTime(message.createdAt)}</span>
    </div>
  )
}

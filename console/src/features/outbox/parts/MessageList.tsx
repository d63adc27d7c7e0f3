import { Select } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { keys } from '../../../api/query'
import type { OutboxMessage } from '../../../api/types'
import { useRowCursor } from '../../../shared/keyboard/useRowCursor'
import { exactTime } from '../../../shared/time'
import { type Column, DataTable, EmptyState, ErrorState, usePages, useSetFilter } from '../../../shared/ui'
import { EVERY_MS } from '../api'
import { outboxCopy } from '../copy'
import { CHANNELS, KINDS, known, STATES } from '../model'
import styles from '../OutboxPage.module.css'
import { MessageDrawer } from './MessageDrawer'
import { MessageState } from './MessageState'

/** The messages, the newest first, narrowed by what the address says. */
export function MessageList() {
  const t = outboxCopy.use()
  const [params] = useSearchParams()
  const filter = {
    channel: known(CHANNELS, params.get('channel')),
    state: known(STATES, params.get('state')),
    kind: known(KINDS, params.get('kind')),
  }
  const list = usePages<OutboxMessage>(keys.outbox, '/outbox', filter, true, EVERY_MS)
  const [shown, setShown] = useState<OutboxMessage | null>(null)
  const { cursor, reset } = useRowCursor(list.rows, setShown, t.keys)
  const set = useSetFilter(reset)
  const columns: Column<OutboxMessage>[] = [
    {
      key: 'created',
      title: t.column.created,
      width: '164px',
      render: (row) => <span className="tabular">{exactTime(row.createdAt)}</span>,
    },
    { key: 'channel', title: t.column.channel, width: '92px', render: (row) => t.channel[row.channel] },
    {
      key: 'to',
      title: t.column.to,
      width: '150px',
      from: 900,
      render: (row) => <span className="tabular">{row.to}</span>,
    },
    {
      key: 'text',
      title: t.column.text,
      width: 'minmax(0, 1fr)',
      render: (row) => <span title={row.text}>{row.title ?? row.text}</span>,
    },
    { key: 'state', title: t.column.state, width: '230px', render: (row) => <MessageState message={row} /> },
    {
      key: 'provider',
      title: t.column.provider,
      width: '110px',
      from: 1200,
      render: (row) => row.provider ?? '—',
    },
  ]
  const filtered = Object.values(filter).some((value) => value !== null)
  return (
    <>
      <div className={styles.bar}>
        {(
          [
            ['channel', CHANNELS, t.channel, t.filter.channel],
            ['state', STATES, t.state, t.filter.state],
            ['kind', KINDS, t.kind, t.filter.kind],
          ] as const
        ).map(([name, values, words, all]) => (
          <Select
            key={name}
            allowClear
            className={styles.field}
            value={filter[name]}
            placeholder={all}
            aria-label={all}
            options={values.map((value) => ({ value, label: (words as Record<string, string>)[value] }))}
            onChange={(next: string | null | undefined) => set(name, next ?? null)}
          />
        ))}
      </div>
      {list.error !== null && (
        <ErrorState error={list.error} over={list.rows !== undefined} onRetry={list.retry} />
      )}
      {(list.error === null || list.rows !== undefined) && (
        <DataTable
          label={t.title}
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          hasMore={list.hasMore}
          loadingMore={list.loadingMore}
          onMore={list.more}
          onOpen={setShown}
          cursor={cursor}
          card={(row) => <MessageCard message={row} />}
          cardHeight={132}
          empty={<EmptyState title={t.emptyTitle}>{filtered ? t.filtered : t.emptyHint}</EmptyState>}
        />
      )}
      {shown !== null && (
        <MessageDrawer
          message={list.rows?.find((row) => row.id === shown.id) ?? shown}
          onClose={() => setShown(null)}
        />
      )}
    </>
  )
}

function MessageCard({ message }: { message: OutboxMessage }) {
  const t = outboxCopy.use()
  return (
    <div className={styles.card}>
      <div>
        {t.channel[message.channel]} <span className="tabular">{message.to}</span>{' '}
        <MessageState message={message} />
      </div>
      <p>{message.title ?? message.text}</p>
      <span className={styles.soft}>{exactTime(message.createdAt)}</span>
    </div>
  )
}

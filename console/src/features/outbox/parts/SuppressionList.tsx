import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { keys } from '../../../api/query'
import type { SuppressionEntry } from '../../../api/types'
import { exactTime } from '../../../shared/time'
import { type Column, DataTable, EmptyState, ErrorState, usePages } from '../../../shared/ui'
import { useCan } from '../../identity'
import { outboxCopy } from '../copy'
import styles from '../OutboxPage.module.css'
import { LiftButton } from './LiftButton'
import { SuppressionDrawer } from './SuppressionDrawer'

/** What the platform itself writes as the author of an entry. */
const REPLY = 'SMS'

/** Who is not written to, and why. */
export function SuppressionList() {
  const t = outboxCopy.use()
  const can = useCan()
  const [adding, setAdding] = useState(false)
  const list = usePages<SuppressionEntry>(keys.outbox, '/outbox/suppressions', {})
  const by = (entry: SuppressionEntry) => (entry.addedBy === REPLY ? t.list.byReply : entry.addedBy)
  const columns: Column<SuppressionEntry>[] = [
    {
      key: 'at',
      title: t.list.at,
      width: '164px',
      render: (row) => <span className="tabular">{exactTime(row.addedAt)}</span>,
    },
    { key: 'channel', title: t.list.channel, width: '92px', render: (row) => t.channel[row.channel] },
    {
      key: 'to',
      title: t.list.to,
      width: '170px',
      render: (row) => <span className="tabular">{row.to}</span>,
    },
    { key: 'why', title: t.list.why, width: '150px', render: (row) => t.reason[row.reason] },
    {
      key: 'note',
      title: t.list.note,
      width: 'minmax(0, 1fr)',
      from: 900,
      render: (row) => <span title={row.note ?? undefined}>{row.note ?? '—'}</span>,
    },
    { key: 'by', title: t.list.by, width: '130px', from: 1100, render: by },
    ...(can('outbox.write')
      ? [
          {
            key: 'lift',
            title: '',
            width: '84px',
            render: (row: SuppressionEntry) => <LiftButton entry={row} />,
          },
        ]
      : []),
  ]
  return (
    <>
      <div className={styles.bar}>
        <p className={styles.hint}>{t.list.hint}</p>
        {can('outbox.write') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {t.list.add}
          </Button>
        )}
      </div>
      {list.error !== null && (
        <ErrorState error={list.error} over={list.rows !== undefined} onRetry={list.retry} />
      )}
      {(list.error === null || list.rows !== undefined) && (
        <DataTable
          label={t.view.list}
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          rowHeight={44}
          total={list.total}
          hasMore={list.hasMore}
          loadingMore={list.loadingMore}
          onMore={list.more}
          card={(row) => (
            <div className={styles.card}>
              <div>
                {t.channel[row.channel]} <span className="tabular">{row.to}</span> {t.reason[row.reason]}
              </div>
              {row.note !== null && <p>{row.note}</p>}
              <div className={styles.line}>
                <span className={styles.soft}>
                  {exactTime(row.addedAt)} {by(row)}
                </span>
                {can('outbox.write') && <LiftButton entry={row} />}
              </div>
            </div>
          )}
          cardHeight={116}
          empty={<EmptyState title={t.list.emptyTitle}>{t.list.emptyHint}</EmptyState>}
        />
      )}
      {adding && <SuppressionDrawer onClose={() => setAdding(false)} />}
    </>
  )
}

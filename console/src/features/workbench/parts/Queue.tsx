import { useSearchParams } from 'react-router'
import type { TicketRow } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { cx, DataTable, ErrorState, type Pages } from '../../../shared/ui'
import { TicketCard, ticketCopy, useTicketCounts } from '../../ticket'
import styles from './Queue.module.css'

const VIEWS = ['mine', 'unit'] as const

interface Props {
  list: Pages<TicketRow>
  chosen: string | null
  cursor: number
  onChoose: (id: string) => void
}

/** What waits, least time left first. */
export function Queue({ list, cursor, onChoose }: Props) {
  const t = ticketCopy.use()
  const [params, setParams] = useSearchParams()
  const counts = useTicketCounts().data
  const view = params.get('view') === 'mine' ? 'mine' : 'unit'
  return (
    <section className={styles.queue} aria-label={t.queue}>
      <div role="group" aria-label={t.views} className={styles.views}>
        {VIEWS.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={view === name}
            className={cx(view === name && styles.on)}
            onClick={() => setParams(name === 'unit' ? {} : { view: name }, { replace: true })}
          >
            {t.view[name]}{' '}
            {counts !== undefined && <span className="tabular">{sayNumber(counts[name])}</span>}
          </button>
        ))}
        {counts !== undefined && counts.overdue > 0 && (
          <span className={styles.burning}>
            {t.quick.overdue} <strong className="tabular">{sayNumber(counts.overdue)}</strong>
          </span>
        )}
      </div>
      {list.error !== null && (
        <ErrorState error={list.error} over={list.rows !== undefined} onRetry={list.retry} />
      )}
      {(list.error === null || list.rows !== undefined) && (
        <DataTable
          label={t.queue}
          columns={[
            { key: 'card', title: t.queue, width: '1fr', render: (row) => <TicketCard ticket={row} /> },
          ]}
          rowHeight={92}
          headless
          rows={list.rows}
          rowKey={(row) => row.id}
          total={list.total}
          hasMore={list.hasMore}
          loadingMore={list.loadingMore}
          onMore={list.more}
          onOpen={(row) => onChoose(row.id)}
          cursor={cursor}
          empty={<p className={styles.none}>{t.queueEmpty}</p>}
        />
      )}
    </section>
  )
}

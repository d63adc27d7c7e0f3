import { useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { keys } from '../../api/query'
import type { AuditLine } from '../../api/types'
import { useRowCursor } from '../../shared/keyboard/useRowCursor'
import { exactTime } from '../../shared/time'
import { type Column, DataTable, EmptyState, ErrorState, PageFrame, Tag, usePages } from '../../shared/ui'
import styles from './AuditPage.module.css'
import { auditCopy } from './copy'
import { readFilters, saySentence, toQuery, UNMASKED, writeFilters } from './model'
import { AuditDrawer } from './parts/AuditDrawer'
import { AuditFilterBar } from './parts/AuditFilterBar'

/** The trail of every change and of every look at personal data, the newest first. */
export default function AuditPage() {
  const t = auditCopy.use()
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => readFilters(params), [params])
  const list = usePages<AuditLine>(keys.audit, '/audit', toQuery(filters))
  const [shown, setShown] = useState<AuditLine | null>(null)
  const { cursor, reset } = useRowCursor(list.rows, setShown, {
    next: t.next,
    previous: t.previous,
    open: t.open,
  })

  const columns: Column<AuditLine>[] = [
    {
      key: 'at',
      title: t.column.at,
      width: '164px',
      render: (line) => <span className="tabular">{exactTime(line.at)}</span>,
    },
    {
      key: 'sentence',
      title: t.column.sentence,
      width: 'minmax(0, 1fr)',
      render: (line) => <Sentence line={line} />,
    },
    {
      key: 'address',
      title: t.column.address,
      width: '130px',
      from: 900,
      render: (line) => <span className="tabular">{line.address ?? '—'}</span>,
    },
  ]
  return (
    <PageFrame title={t.title} aside={t.hint} fill>
      <AuditFilterBar
        filters={filters}
        onChange={(next) => {
          reset()
          setParams(writeFilters(next), { replace: true })
        }}
      />
      {list.error !== null && (
        <ErrorState error={list.error} over={list.rows !== undefined} onRetry={list.retry} />
      )}
      {(list.error === null || list.rows !== undefined) && (
        <DataTable
          label={t.title}
          columns={columns}
          rows={list.rows}
          rowKey={(line) => line.id}
          total={list.total}
          hasMore={list.hasMore}
          loadingMore={list.loadingMore}
          onMore={list.more}
          onOpen={setShown}
          cursor={cursor}
          card={(line) => (
            <div className={styles.card}>
              <span className="tabular">{exactTime(line.at)}</span>
              <Sentence line={line} />
            </div>
          )}
          cardHeight={88}
          empty={<EmptyState title={t.emptyTitle}>{params.size > 0 ? t.filtered : t.emptyHint}</EmptyState>}
        />
      )}
      <AuditDrawer line={shown} onClose={() => setShown(null)} />
    </PageFrame>
  )
}

/** Looks at personal data stand out. */
function Sentence({ line }: { line: AuditLine }) {
  const sentence = saySentence(line)
  return line.action === UNMASKED ? <Tag meaning="watch">{sentence}</Tag> : <span>{sentence}</span>
}

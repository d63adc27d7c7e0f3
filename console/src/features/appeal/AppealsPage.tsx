import { Button, Input, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { AppealCounts } from '../../api/types'
import { useRowCursor } from '../../shared/keyboard/useRowCursor'
import { cx, DataTable, EmptyState, ErrorState, PageFrame, useSetFilter } from '../../shared/ui'
import { useCan } from '../identity'
import styles from './AppealsPage.module.css'
import { useAppealCounts, useAppeals } from './api'
import { appealCopy } from './copy'
import { appealPath, CATEGORIES, VIEWS, type View } from './model'
import { AppealCard } from './parts/AppealCard'
import { useAppealColumns } from './parts/appealColumns'

const IntakeDrawer = lazy(() => import('./parts/IntakeDrawer').then((m) => ({ default: m.IntakeDrawer })))
const ImportAppeals = lazy(() => import('./parts/ImportAppeals').then((m) => ({ default: m.ImportAppeals })))

const COUNTS: Partial<Record<View, keyof AppealCounts>> = {
  DUE: 'due',
  OVERDUE: 'overdue',
  SOON: 'soon',
  MINE: 'mine',
  EVIDENCE: 'evidence',
  TO_CHECK: 'toCheck',
}

/** What must be answered stands first; what is overdue cannot be overlooked. */
export default function AppealsPage() {
  const t = appealCopy.use()
  const can = useCan()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const view = VIEWS.find((name) => name === params.get('view')) ?? 'DUE'
  const [drawer, setDrawer] = useState<'intake' | 'import' | null>(null)
  const list = useAppeals({ view, category: params.get('category'), text: params.get('text') })
  const counts = useAppealCounts().data
  const columns = useAppealColumns()
  const open = (row: { id: string }) => void navigate(appealPath(row.id))
  const { cursor, reset } = useRowCursor(list.rows, open, {
    next: t.next,
    previous: t.previous,
    open: t.openRow,
  })
  const setFilter = useSetFilter(reset)
  const overdue = counts?.overdue ?? 0
  const filtered = view !== 'DUE' || params.has('category') || params.has('text')

  return (
    <PageFrame
      title={t.title}
      aside={<span className={styles.lead}>{t.lead}</span>}
      actions={
        <>
          <Link to="/appeals/figures">
            <Button>{t.figures}</Button>
          </Link>
          {can('appeal.write') && <Button onClick={() => setDrawer('import')}>{t.import}</Button>}
          {can('appeal.write') && (
            <Button type="primary" onClick={() => setDrawer('intake')}>
              {t.receive}
            </Button>
          )}
        </>
      }
      fill
    >
      {overdue > 0 && view !== 'OVERDUE' && (
        <div role="alert" className={styles.overdue}>
          <span>{t.overdueAlert(overdue)}</span>
          <Button size="small" danger onClick={() => setFilter('view', 'OVERDUE')}>
            {t.seeOverdue}
          </Button>
        </div>
      )}
      <div className={styles.bar}>
        <div role="group" aria-label={t.views.label} className={styles.views}>
          {VIEWS.map((name) => {
            const count = COUNTS[name] === undefined ? undefined : counts?.[COUNTS[name]]
            return (
              <button
                type="button"
                key={name}
                aria-pressed={name === view}
                className={cx(
                  styles.view,
                  name === view && styles.on,
                  name === 'OVERDUE' && overdue > 0 && styles.act,
                )}
                onClick={() => setFilter('view', name === 'DUE' ? null : name)}
              >
                {t.views[name]}
                {count !== undefined && <b className="tabular">{count}</b>}
              </button>
            )
          })}
        </div>
        <Select
          aria-label={t.category}
          value={params.get('category') ?? ''}
          onChange={(value) => setFilter('category', value)}
          options={[
            { value: '', label: t.allCategories },
            ...CATEGORIES.map((value) => ({ value, label: t.categories[value] })),
          ]}
          className={styles.category}
        />
        <Input.Search
          allowClear
          aria-label={t.search}
          placeholder={t.search}
          defaultValue={params.get('text') ?? ''}
          onSearch={(text) => setFilter('text', text.trim())}
          className={styles.search}
        />
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
          total={list.total}
          hasMore={list.hasMore}
          loadingMore={list.loadingMore}
          onMore={list.more}
          onOpen={open}
          cursor={cursor}
          card={(row) => <AppealCard appeal={row} />}
          cardHeight={94}
          empty={<EmptyState title={t.none}>{filtered ? t.noneFiltered : t.noneHint}</EmptyState>}
        />
      )}
      <Suspense fallback={null}>
        {drawer === 'intake' && <IntakeDrawer onClose={() => setDrawer(null)} />}
        {drawer === 'import' && <ImportAppeals onClose={() => setDrawer(null)} />}
      </Suspense>
    </PageFrame>
  )
}

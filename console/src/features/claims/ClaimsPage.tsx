import { Button, Input, Select } from 'antd'
import { lazy, Suspense } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { ClaimCounts } from '../../api/types'
import { useRowCursor } from '../../shared/keyboard/useRowCursor'
import { cx, DataTable, EmptyState, ErrorState, PageFrame, useSetFilter } from '../../shared/ui'
import { useCan } from '../identity'
import { useClaimCounts, useClaims } from './api'
import styles from './ClaimsPage.module.css'
import { calculatorCopy } from './calculator/copy'
import { claimCopy } from './copy'
import { KINDS, VIEWS, type View } from './model'
import { ClaimCard } from './parts/ClaimCard'
import { useClaimColumns } from './parts/claimColumns'

const ClaimDrawer = lazy(() => import('./parts/ClaimDrawer').then((m) => ({ default: m.ClaimDrawer })))
const EnterDrawer = lazy(() => import('./parts/EnterDrawer').then((m) => ({ default: m.EnterDrawer })))

/** In the address, a claim that is being written down about a parcel that is not known yet. */
const NEW = 'new'

const COUNTS: Partial<Record<View, keyof ClaimCounts>> = {
  TO_EXAMINE: 'toExamine',
  TO_APPROVE: 'toApprove',
  MINE: 'mine',
  OVERDUE: 'overdue',
  WAITING: 'waiting',
  PAYING: 'paying',
}

/** Claims by what has to be done with them, what is due first; one of them beside the list. */
export default function ClaimsPage() {
  const t = claimCopy.use()
  const calculator = calculatorCopy.use()
  const can = useCan()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const view = VIEWS.find((name) => name === params.get('view')) ?? 'TO_EXAMINE'
  const shown = params.get('claim')
  const entering = params.get('enter')
  const list = useClaims({ view, kind: params.get('kind'), text: params.get('text') })
  const counts = useClaimCounts().data
  const columns = useClaimColumns()
  const show = (id: string | null) => setShown('claim', id)
  // Both at once: one change of the address does not see the other.
  const showEntered = (id: string) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old)
        next.delete('enter')
        next.set('claim', id)
        return next
      },
      { replace: true },
    )
  const open = (row: { id: string }) => show(row.id)
  const { cursor, reset } = useRowCursor(list.rows, open, {
    next: t.next,
    previous: t.previous,
    open: t.openRow,
  })
  const setFilter = useSetFilter(reset)
  const setShown = useSetFilter(() => undefined)
  const filtered = view !== 'TO_EXAMINE' || params.has('kind') || params.has('text')

  return (
    <PageFrame
      title={t.title}
      aside={<span className={styles.lead}>{t.lead}</span>}
      actions={
        <>
          <Button onClick={() => void navigate('/claim-calculator')}>{calculator.button}</Button>
          {can('claim.open') && (
            <Button type="primary" onClick={() => setShown('enter', NEW)}>
              {t.enter.button}
            </Button>
          )}
        </>
      }
      fill
    >
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
                  name === 'OVERDUE' && (counts?.overdue ?? 0) > 0 && styles.act,
                )}
                onClick={() => setFilter('view', name === 'TO_EXAMINE' ? null : name)}
              >
                {t.views[name]}
                {count !== undefined && <b className="tabular">{count}</b>}
              </button>
            )
          })}
        </div>
        <Select
          aria-label={t.kind}
          value={params.get('kind') ?? ''}
          onChange={(value) => setFilter('kind', value)}
          options={[
            { value: '', label: t.allKinds },
            ...KINDS.map((value) => ({ value, label: t.kinds[value] })),
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
          card={(row) => <ClaimCard claim={row} />}
          cardHeight={94}
          empty={<EmptyState title={t.none}>{filtered ? t.noneFiltered : t.noneHint}</EmptyState>}
        />
      )}
      <Suspense fallback={null}>
        {shown !== null && <ClaimDrawer key={shown} id={shown} onClose={() => show(null)} />}
        {entering !== null && (
          <EnterDrawer
            waybill={entering === NEW ? '' : entering}
            onClose={() => setShown('enter', null)}
            onOpen={showEntered}
          />
        )}
      </Suspense>
    </PageFrame>
  )
}

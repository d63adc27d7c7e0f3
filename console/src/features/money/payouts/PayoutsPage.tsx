import { Input } from 'antd'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import { useRowCursor } from '../../../shared/keyboard/useRowCursor'
import { Chip, DataTable, EmptyState, ErrorState, useSetFilter } from '../../../shared/ui'
import { moneyCopy } from '../copy'
import bar from '../parts/Bar.module.css'
import { MoneyFrame } from '../parts/MoneyFrame'
import { usePayouts } from './api'
import { payoutCopy } from './copy'
import { STATES } from './model'
import { PayoutCard } from './PayoutCard'
import { usePayoutColumns } from './payoutColumns'

const PayoutDrawer = lazy(() => import('./PayoutDrawer').then((m) => ({ default: m.PayoutDrawer })))

/** Payouts, the newest first: where the money is and what happens next; one of them beside the list. */
export default function PayoutsPage() {
  const t = payoutCopy.use()
  const words = moneyCopy.use()
  const [params] = useSearchParams()
  const state = STATES.find((name) => name === params.get('state')) ?? null
  const claim = params.get('claim')
  const shown = params.get('payout')
  const list = usePayouts({ state, claim })
  const columns = usePayoutColumns()
  const show = useSetFilter(() => undefined)
  const open = (row: { id: string }) => show('payout', row.id)
  const { cursor, reset } = useRowCursor(list.rows, open, {
    next: words.next,
    previous: words.previous,
    open: words.openRow,
  })
  const setFilter = useSetFilter(reset)

  return (
    <MoneyFrame title={t.title} lead={t.lead}>
      <div className={bar.bar}>
        <div role="group" aria-label={t.statesLabel} className={bar.chips}>
          <Chip on={state === null} words={t.all} onPress={() => setFilter('state', null)} />
          {STATES.map((name) => (
            <Chip
              key={name}
              on={state === name}
              words={t.states[name]}
              onPress={() => setFilter('state', name)}
            />
          ))}
        </div>
        <Input.Search
          allowClear
          aria-label={t.search}
          placeholder={t.search}
          defaultValue={claim ?? ''}
          onSearch={(text) => setFilter('claim', text.trim().toUpperCase())}
          className={bar.search}
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
          hasMore={list.hasMore}
          loadingMore={list.loadingMore}
          onMore={list.more}
          onOpen={open}
          cursor={cursor}
          card={(row) => <PayoutCard payout={row} />}
          cardHeight={118}
          empty={
            <EmptyState title={t.none}>
              {state !== null || claim !== null ? t.noneFiltered : t.noneHint}
            </EmptyState>
          }
        />
      )}
      <Suspense fallback={null}>
        {shown !== null && <PayoutDrawer key={shown} id={shown} onClose={() => show('payout', null)} />}
      </Suspense>
    </MoneyFrame>
  )
}

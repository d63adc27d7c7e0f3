import { Input } from 'antd'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import { useRowCursor } from '../../shared/keyboard/useRowCursor'
import { Chip, DataTable, EmptyState, ErrorState, PageFrame, useSetFilter } from '../../shared/ui'
import { UnitBar } from '../../shared/units'
import { useCan } from '../identity'
import { useCharges } from './api'
import styles from './ChargesPage.module.css'
import { chargeCopy } from './copy'
import { STATES, STATES_TO_DECIDE } from './model'
import { ChargeCard } from './parts/ChargeCard'
import { ChargeLinks } from './parts/ChargeLinks'
import { useChargeColumns } from './parts/chargeColumns'

const ChargeDrawer = lazy(() => import('./parts/ChargeDrawer').then((m) => ({ default: m.ChargeDrawer })))

/** Charges by what can still be done, the newest first; one of them beside the list. */
export default function ChargesPage() {
  const t = chargeCopy.use()
  const can = useCan()
  const [params] = useSearchParams()
  const states = can('charge.arbitrate') ? STATES_TO_DECIDE : STATES
  const state = states.find((name) => name === params.get('state')) ?? null
  const shown = params.get('charge')
  const list = useCharges({ state, unit: params.get('unit'), text: params.get('text') })
  const columns = useChargeColumns()
  const setShown = useSetFilter(() => undefined)
  const open = (row: { id: string }) => setShown('charge', row.id)
  const { cursor, reset } = useRowCursor(list.rows, open, {
    next: t.next,
    previous: t.previous,
    open: t.openRow,
  })
  const setFilter = useSetFilter(reset)
  const filtered = state !== null || params.has('unit') || params.has('text')

  return (
    <PageFrame title={t.title} aside={<ChargeLinks />} fill>
      <div className={styles.bar}>
        <div role="group" aria-label={t.stateLabel} className={styles.chips}>
          <Chip on={state === null} words={t.all} onPress={() => setFilter('state', null)} />
          {states.map((name) => (
            <Chip
              key={name}
              on={name === state}
              words={t.states[name]}
              onPress={() => setFilter('state', name)}
            />
          ))}
        </div>
        <Input.Search
          key={params.get('text') ?? ''}
          allowClear
          aria-label={t.search}
          placeholder={t.search}
          defaultValue={params.get('text') ?? ''}
          onSearch={(text) => setFilter('text', text.trim())}
          className={styles.search}
        />
        <UnitBar
          unit={params.get('unit')}
          onUnit={(code) => setFilter('unit', code)}
          mayChoose={can('network.read')}
          choose={t.chooseUnit}
          ofUnit={t.ofUnit}
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
          card={(row) => <ChargeCard charge={row} />}
          cardHeight={116}
          empty={<EmptyState title={t.none}>{filtered ? t.noneFiltered : t.noneHint}</EmptyState>}
        />
      )}
      <Suspense fallback={null}>
        {shown !== null && <ChargeDrawer key={shown} id={shown} onClose={() => setShown('charge', null)} />}
      </Suspense>
    </PageFrame>
  )
}

import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { SavedView, TicketRow } from '../../api/types'
import { useShortcut } from '../../shared/keyboard'
import { useRowCursor } from '../../shared/keyboard/useRowCursor'
import { type Column, DataTable, EmptyState, ErrorState, PageFrame } from '../../shared/ui'
import { ExportMenu } from '../export'
import { useCan } from '../identity'
import { useTickets } from './api'
import { useChosenColumns } from './columns'
import { caseCopy, ticketCopy } from './copy'
import { asTexts, type Filters, fromQuery, isFiltered, readFilters, toQuery, writeFilters } from './filters'
import { ticketPath } from './model'
import { BulkBar } from './parts/BulkBar'
import { FilterBar } from './parts/FilterBar'
import { SaveViewDialog } from './parts/SaveViewDialog'
import { SearchFound, useTicketSearch } from './parts/SearchFound'
import { TicketCard } from './parts/TicketCard'
import { useTicketColumns } from './parts/ticketColumns'
import { ViewList } from './parts/ViewList'
import styles from './TicketsPage.module.css'
import { type Selection, useSelection } from './useSelection'
import { BUILT_IN_QUERY, useViews } from './views'

/** Heavy, and most who look at the list open nothing. */
const OpenTicketDialog = lazy(() => import('./parts/OpenTicketDialog'))

export default function TicketsPage() {
  const t = ticketCopy.use()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => readFilters(params), [params])
  const query = toQuery(filters)
  const [saving, setSaving] = useState<SavedView | 'new' | null>(null)
  const [picked, setPicked] = useState<SavedView | null>(null)
  const searching = filters.q !== ''
  const list = useTickets(query, !searching)
  const found = useTicketSearch(filters.q).data?.found.map((one) => one.ticket)
  const rows = searching ? found : list.rows
  const selection = useSelection(list.rows)
  const columns = useChosenColumns([
    useSelectColumn(selection),
    ...useTicketColumns(filters.quick === 'urgent'),
  ])
  const { cursor, reset } = useRowCursor(rows, (row) => void navigate(ticketPath(row.id)), {
    next: t.nextTicket,
    previous: t.previousTicket,
    open: t.openRow,
  })
  useShortcut('x', t.bulk.pick, () => withRow(selection.toggle))
  useShortcut('X', t.bulk.pickTo, () => withRow(selection.extend))
  useBeginning(params, show)

  function withRow(act: (id: string) => void) {
    const row = searching ? undefined : rows?.[cursor]
    if (row !== undefined) act(row.id)
  }

  function show(next: Filters) {
    reset()
    selection.clear()
    setParams(writeFilters(next), { replace: true })
  }

  return (
    <PageFrame
      title={t.tickets}
      fill
      actions={
        <>
          <OpenTicket />
          <ColumnChoice columns={columns.optional} chosen={columns.chosen} onChoose={columns.choose} />
          <ExportMenu list="tickets" title={t.tickets} query={query} />
        </>
      }
    >
      <div className={styles.columns}>
        <ViewList
          query={asTexts(query)}
          picked={picked}
          onPick={(view) => {
            setPicked(view.saved)
            show(fromQuery(view.query))
          }}
          onSave={() => setSaving('new')}
          onChange={setSaving}
        />
        <div className={styles.list}>
          <FilterBar filters={filters} onChange={show} />
          {!searching && (
            <BulkBar
              rows={list.rows ?? []}
              selection={selection}
              list={{ query, total: list.total ?? null }}
            />
          )}
          {searching && <SearchFound q={filters.q} cursor={cursor} />}
          {!searching && list.error !== null && (
            <ErrorState error={list.error} over={list.rows !== undefined} onRetry={list.retry} />
          )}
          {!searching && (list.error === null || list.rows !== undefined) && (
            <DataTable
              label={t.tickets}
              columns={columns.shown}
              rows={list.rows}
              rowKey={(row) => row.id}
              total={list.total}
              hasMore={list.hasMore}
              loadingMore={list.loadingMore}
              onMore={list.more}
              onOpen={(row) => void navigate(ticketPath(row.id))}
              cursor={cursor}
              card={(row) => <TicketCard ticket={row} />}
              cardHeight={94}
              empty={
                <EmptyState title={t.empty.title}>
                  {isFiltered(filters) ? t.empty.filtered : t.empty.none}
                </EmptyState>
              }
            />
          )}
        </div>
      </div>
      {saving !== null && (
        <SaveViewDialog
          query={asTexts(query)}
          columns={columns.chosen}
          changing={saving === 'new' ? null : saving}
          onDone={() => setSaving(null)}
        />
      )}
    </PageFrame>
  )
}

/** Takes in a matter that may be about no parcel at all. */
function OpenTicket() {
  const t = caseCopy.use()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const may = useCan()('ticket.open')
  useShortcut('o', t.open.button, () => setOpen(true), { enabled: may })
  if (!may) return null
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t.open.button}
      </Button>
      {open && (
        <Suspense>
          <OpenTicketDialog
            waybill={null}
            kind="query"
            onDone={(ticket) => {
              setOpen(false)
              if (ticket !== null) void navigate(ticketPath(ticket.id))
            }}
          />
        </Suspense>
      )}
    </>
  )
}

/** A list that nothing is asked of begins with the view that its reader chose. */
function useBeginning(params: URLSearchParams, show: (filters: Filters) => void) {
  const views = useViews().data
  const [bare] = useState(params.size === 0)
  const [begun, setBegun] = useState(false)
  useEffect(() => {
    if (!bare || begun || views === undefined) return
    setBegun(true)
    const builtIn: Record<string, Record<string, string>> = BUILT_IN_QUERY
    const query = builtIn[views.first ?? ''] ?? views.views.find((view) => view.id === views.first)?.query
    if (query !== undefined) show(fromQuery(query))
  })
}

function useSelectColumn(selection: Selection): Column<TicketRow> {
  const t = ticketCopy.use()
  return {
    key: 'select',
    title: '',
    width: '34px',
    render: (row) => (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the box inside and the keys x and X serve the keyboard
      // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the row from opening
      <span onClick={(event) => event.stopPropagation()}>
        <Checkbox
          checked={selection.ids.has(row.id)}
          aria-label={t.bulk.pickOne(row.number)}
          onChange={(event) =>
            event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey
              ? selection.extend(row.id)
              : selection.toggle(row.id)
          }
        />
      </span>
    ),
  }
}

function ColumnChoice({
  columns,
  chosen,
  onChoose,
}: {
  columns: Column<TicketRow>[]
  chosen: string[]
  onChoose: (keys: string[]) => void
}) {
  const t = ticketCopy.use()
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          className={styles.choice}
          value={chosen}
          options={columns.map((column) => ({ value: column.key, label: column.title }))}
          onChange={onChoose}
        />
      }
    >
      <Button icon={<SettingOutlined />}>{t.columns}</Button>
    </Popover>
  )
}

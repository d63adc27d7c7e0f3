import { useMemo } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useRowCursor } from '../../shared/keyboard/useRowCursor'
import { DataTable, EmptyState, ErrorState, PageFrame } from '../../shared/ui'
import { ExportMenu } from '../export'
import { useTickets } from './api'
import { ticketCopy } from './copy'
import { isFiltered, readFilters, toQuery, writeFilters } from './filters'
import { ticketPath } from './model'
import { FilterBar } from './parts/FilterBar'
import { TicketCard } from './parts/TicketCard'
import { useTicketColumns } from './parts/ticketColumns'

export default function TicketsPage() {
  const t = ticketCopy.use()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const filters = useMemo(() => readFilters(params), [params])
  const list = useTickets(toQuery(filters))
  const columns = useTicketColumns()
  const { cursor, reset } = useRowCursor(list.rows, (row) => void navigate(ticketPath(row.id)), {
    next: t.nextTicket,
    previous: t.previousTicket,
    open: t.openRow,
  })

  return (
    <PageFrame
      title={t.tickets}
      fill
      actions={<ExportMenu list="tickets" title={t.tickets} query={toQuery(filters)} />}
    >
      <FilterBar
        filters={filters}
        onChange={(next) => {
          reset()
          setParams(writeFilters(next), { replace: true })
        }}
      />
      {list.error !== null && list.rows !== undefined && (
        <ErrorState error={list.error} over onRetry={list.retry} />
      )}
      {list.error !== null && list.rows === undefined ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : (
        <DataTable
          label={t.tickets}
          columns={columns}
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
    </PageFrame>
  )
}

import { useSearchParams } from 'react-router'
import { useRowCursor } from '../../../shared/keyboard/useRowCursor'
import { DataTable, EmptyState, ErrorState, useSetFilter } from '../../../shared/ui'
import { moneyCopy } from '../copy'
import { useDifferences } from './api'
import { reconciliationCopy } from './copy'
import { DifferenceCard } from './DifferenceCard'
import { DifferenceDrawer } from './DifferenceDrawer'
import { useDifferenceColumns } from './differenceColumns'

/** Differences that are open, or those that are over; one of them beside the list. */
export function DifferenceList({ open }: { open: boolean }) {
  const t = reconciliationCopy.use()
  const words = moneyCopy.use()
  const [params] = useSearchParams()
  const list = useDifferences(open)
  const columns = useDifferenceColumns(open)
  const show = useSetFilter(() => undefined)
  const openRow = (row: { id: string }) => show('difference', row.id)
  const { cursor } = useRowCursor(list.rows, openRow, {
    next: words.next,
    previous: words.previous,
    open: words.openRow,
  })
  const shown = list.rows?.find((row) => row.id === params.get('difference'))
  return (
    <>
      {list.error !== null && (
        <ErrorState error={list.error} over={list.rows !== undefined} onRetry={list.retry} />
      )}
      {(list.error === null || list.rows !== undefined) && (
        <DataTable
          label={open ? t.views.open : t.views.settled}
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          hasMore={list.hasMore}
          loadingMore={list.loadingMore}
          onMore={list.more}
          onOpen={openRow}
          cursor={cursor}
          card={(row) => <DifferenceCard difference={row} />}
          cardHeight={112}
          empty={
            <EmptyState title={open ? t.none : t.noneSettled}>
              {open ? t.noneHint : t.noneSettledHint}
            </EmptyState>
          }
        />
      )}
      {shown !== undefined && (
        <DifferenceDrawer key={shown.id} difference={shown} onClose={() => show('difference', null)} />
      )}
    </>
  )
}

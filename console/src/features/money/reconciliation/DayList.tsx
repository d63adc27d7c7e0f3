import { useMemo } from 'react'
import { useBusinessNow } from '../../../shared/clock/clock'
import { DataTable, EmptyState, ErrorState } from '../../../shared/ui'
import { useDays } from './api'
import { reconciliationCopy } from './copy'
import { DayCard } from './DayCard'
import { useDayColumns } from './dayColumns'
import { dayInChina, keyOfRow, withMissing } from './model'

/** Each day of each gateway: whether it was compared, how many and how much on both sides, and what is open. */
export function DayList({ onBring }: { onBring?: (day: string) => void }) {
  const t = reconciliationCopy.use().days
  const today = dayInChina(useBusinessNow())
  const { data, error, refetch } = useDays()
  const columns = useDayColumns(onBring)
  const rows = useMemo(() => (data === undefined ? undefined : withMissing(data, today)), [data, today])
  return (
    <>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {(error === null || data !== undefined) && (
        <DataTable
          label={t.day}
          columns={columns}
          rows={rows}
          rowKey={keyOfRow}
          card={(row) => <DayCard row={row} onBring={onBring} />}
          cardHeight={100}
          empty={<EmptyState title={t.none}>{t.noneHint}</EmptyState>}
        />
      )}
    </>
  )
}

import { useMemo } from 'react'
import type { UnderWayRow } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { MINUTE, sayHours, sayTime } from '../../../shared/time'
import { type Column, Tag, TimeLeft, UnitName, WaybillNumber } from '../../../shared/ui'
import { LEVEL_MEANING, parcelCopy } from '../../parcel'
import { insightCopy } from '../copy'

export function useUnderWayColumns(): Column<UnderWayRow>[] {
  const t = insightCopy.use()
  const parcel = parcelCopy.use()
  const minute = Math.floor(useBusinessNow() / MINUTE) * MINUTE
  return useMemo(
    () => [
      {
        key: 'hours',
        title: t.column.hours,
        width: '92px',
        align: 'end',
        render: (row) => sayHours(row.hoursSilent),
      },
      {
        key: 'waybill',
        title: t.column.waybill,
        width: 'minmax(170px, 1fr)',
        render: (row) => <WaybillNumber waybill={row.waybill} />,
      },
      {
        key: 'level',
        title: t.underWay.level,
        width: '96px',
        render: (row) => <Tag meaning={LEVEL_MEANING[row.level]}>{parcel.level[row.level]}</Tag>,
      },
      {
        key: 'place',
        title: t.underWay.place,
        width: 'minmax(150px, 1.2fr)',
        render: (row) => <UnitName unit={row.lastSite} />,
      },
      {
        key: 'scan',
        title: t.underWay.lastScan,
        width: '200px',
        from: 900,
        render: (row) => `${sayTime(row.lastAt, minute)} ${parcel.scan[row.lastType]}`,
      },
      {
        key: 'left',
        title: t.underWay.untilLimit,
        width: '170px',
        from: 760,
        render: (row) => <UntilLimit row={row} />,
      },
    ],
    [t, parcel, minute],
  )
}

/** A paused clock has no limit to run into. */
export function UntilLimit({ row }: { row: UnderWayRow }) {
  return row.limitAt === null || row.limitHours === null ? (
    '—'
  ) : (
    <TimeLeft dueAt={row.limitAt} limitMinutes={row.limitHours * 60} />
  )
}

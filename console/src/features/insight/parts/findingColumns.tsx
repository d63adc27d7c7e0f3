import { useMemo } from 'react'
import { Link } from 'react-router'
import type { FindingRow } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { MINUTE, sayHours, sayTime } from '../../../shared/time'
import { type Column, Tag, TimeLeft, UnitName, WaybillNumber } from '../../../shared/ui'
import { parcelCopy } from '../../parcel'
import { STATE_MEANING, ticketCopy, ticketPath } from '../../ticket'
import { insightCopy } from '../copy'
import styles from '../FindingsPage.module.css'

export function useFindingColumns(all: boolean): Column<FindingRow>[] {
  const t = insightCopy.use()
  const words = ticketCopy.use()
  const parcel = parcelCopy.use()
  const minute = Math.floor(useBusinessNow() / MINUTE) * MINUTE
  return useMemo(() => {
    const columns: Column<FindingRow>[] = [
      {
        key: 'hours',
        title: t.column.hours,
        width: '92px',
        align: 'end',
        render: (row) => (
          <span className={row.clearedAt === null ? styles.hours : undefined}>
            {sayHours(row.hoursSilent)}
          </span>
        ),
      },
      {
        key: 'waybill',
        title: t.column.waybill,
        width: 'minmax(170px, 1fr)',
        render: (row) => <WaybillNumber waybill={row.waybill} />,
      },
      {
        key: 'responsible',
        title: t.column.responsible,
        width: 'minmax(150px, 1.2fr)',
        render: (row) => <UnitName unit={row.responsible} />,
      },
      {
        key: 'limit',
        title: t.column.limit,
        width: '80px',
        align: 'end',
        from: 1100,
        render: (row) => sayHours(row.limit.hours),
      },
      {
        key: 'raised',
        title: t.column.raised,
        width: '130px',
        from: 900,
        render: (row) => sayTime(row.raisedAt, minute),
      },
      {
        key: 'ticket',
        title: t.column.ticket,
        width: '130px',
        render: (row) =>
          row.ticketId === null || row.ticketState === null ? (
            t.noTicket
          ) : (
            <Link to={ticketPath(row.ticketId)} onClick={(event) => event.stopPropagation()}>
              <Tag meaning={STATE_MEANING[row.ticketState]}>{words.state[row.ticketState]}</Tag>
            </Link>
          ),
      },
    ]
    columns.push(
      all
        ? {
            key: 'result',
            title: t.column.result,
            width: 'minmax(150px, 1fr)',
            from: 760,
            render: (row) => (row.clearedBy === null ? parcel.findingOpen : parcel.clearedBy[row.clearedBy]),
          }
        : {
            key: 'left',
            title: t.column.left,
            width: '160px',
            from: 760,
            render: (row) => <TimeLeft dueAt={row.ticketDueAt} limitMinutes={row.ticketLimitMinutes ?? 0} />,
          },
    )
    return columns
  }, [t, words, parcel, minute, all])
}

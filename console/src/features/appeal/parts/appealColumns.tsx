import { Link } from 'react-router'
import type { AppealRow } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayDay } from '../../../shared/time'
import { type Column, Tag, UnitName, WaybillNumber } from '../../../shared/ui'
import { appealCopy } from '../copy'
import { appealPath, STATE_MEANING } from '../model'
import { AppealTimeLeft } from './AppealTimeLeft'

export function useAppealColumns(): Column<AppealRow>[] {
  const t = appealCopy.use()
  const now = useBusinessNow()
  const c = t.column
  return [
    { key: 'left', title: c.left, width: '172px', render: (row) => <AppealTimeLeft appeal={row} /> },
    {
      key: 'number',
      title: c.number,
      width: 'minmax(190px, 1.2fr)',
      render: (row) => (
        <Link
          to={appealPath(row.id)}
          className="tabular"
          title={row.number}
          onClick={(event) => event.stopPropagation()}
        >
          {row.authorityNumber}
        </Link>
      ),
    },
    {
      key: 'office',
      title: c.office,
      width: 'minmax(120px, 1fr)',
      from: 1200,
      render: (row) => row.office,
    },
    {
      key: 'waybill',
      title: c.waybill,
      width: '168px',
      render: (row) => <WaybillNumber waybill={row.waybill} />,
    },
    { key: 'category', title: c.category, width: '88px', render: (row) => t.categories[row.category] },
    {
      key: 'state',
      title: c.state,
      width: '148px',
      render: (row) => (
        <>
          <Tag meaning={STATE_MEANING[row.state]}>{t.state[row.state]}</Tag>{' '}
          {row.round > 1 && <Tag meaning="act">{row.round}</Tag>}
        </>
      ),
    },
    { key: 'unit', title: c.unit, width: '112px', from: 1000, render: (row) => <UnitName unit={row.unit} /> },
    {
      key: 'handler',
      title: c.handler,
      width: '100px',
      from: 1300,
      render: (row) => row.handler?.name ?? '—',
    },
    {
      key: 'forwarded',
      title: c.forwarded,
      width: '92px',
      from: 1200,
      render: (row) => <span className="tabular">{sayDay(Date.parse(row.forwardedAt), now)}</span>,
    },
  ]
}

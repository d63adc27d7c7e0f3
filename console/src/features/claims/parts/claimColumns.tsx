import type { ClaimRow } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { type Column, Tag, WaybillNumber } from '../../../shared/ui'
import { claimCopy } from '../copy'
import { STATE_MEANING } from '../model'
import { Due } from './Due'
import { LastDay } from './LastDay'

export function useClaimColumns(): Column<ClaimRow>[] {
  const t = claimCopy.use()
  const c = t.column
  return [
    {
      key: 'number',
      title: c.number,
      width: 'minmax(150px, 1fr)',
      render: (row) => <span className="tabular">{row.number}</span>,
    },
    {
      key: 'waybill',
      title: c.waybill,
      width: '168px',
      render: (row) => <WaybillNumber waybill={row.waybill} />,
    },
    { key: 'kind', title: c.kind, width: '92px', render: (row) => t.kinds[row.kind] },
    {
      key: 'goods',
      title: c.goods,
      width: 'minmax(100px, 1fr)',
      from: 1200,
      render: (row) => row.goods || '—',
    },
    {
      key: 'claimed',
      title: c.claimed,
      width: '112px',
      align: 'end',
      from: 1000,
      render: (row) => (
        <span className="tabular">{row.claimedFen === null ? '—' : sayFen(row.claimedFen)}</span>
      ),
    },
    {
      key: 'owed',
      title: c.owed,
      width: '112px',
      align: 'end',
      render: (row) => <span className="tabular">{sayFen(row.owedFen)}</span>,
    },
    {
      key: 'state',
      title: c.state,
      width: '176px',
      render: (row) => (
        <>
          <Tag meaning={STATE_MEANING[row.state]}>{t.states[row.state]}</Tag>{' '}
          {row.quick && <Tag>{t.quick}</Tag>}
        </>
      ),
    },
    {
      key: 'handler',
      title: c.handler,
      width: '90px',
      from: 1300,
      render: (row) => row.handler?.name ?? '—',
    },
    { key: 'due', title: c.due, width: '168px', render: (row) => <Due claim={row} /> },
    {
      key: 'statutory',
      title: c.statutory,
      width: '92px',
      from: 1200,
      render: (row) => <LastDay at={row.statutoryAt} />,
    },
  ]
}

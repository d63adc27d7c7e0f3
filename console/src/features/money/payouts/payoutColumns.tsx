import type { Payout } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayFen } from '../../../shared/money'
import { exactTime, sayTime } from '../../../shared/time'
import { type Column, Tag } from '../../../shared/ui'
import { sayGateway } from '../parts/words'
import { payoutCopy } from './copy'
import { STATE_MEANING } from './model'
import { sayNext } from './words'

export function usePayoutColumns(): Column<Payout>[] {
  const t = payoutCopy.use()
  const c = t.column
  const now = useBusinessNow()
  return [
    {
      key: 'claim',
      title: c.claim,
      width: '156px',
      render: (row) => <span className="tabular">{row.claim}</span>,
    },
    {
      key: 'amount',
      title: c.amount,
      width: '108px',
      align: 'end',
      render: (row) => sayFen(row.fen),
    },
    {
      key: 'payee',
      title: c.payee,
      width: 'minmax(170px, 1fr)',
      from: 1000,
      render: (row) => (
        <span className="tabular">
          {t.ways[row.way]} {row.payeeAccount} {row.payeeName}
        </span>
      ),
    },
    {
      key: 'gateway',
      title: c.gateway,
      width: '108px',
      from: 1200,
      render: (row) => sayGateway(row.gateway),
    },
    {
      key: 'state',
      title: c.state,
      width: '104px',
      render: (row) => <Tag meaning={STATE_MEANING[row.state]}>{t.states[row.state]}</Tag>,
    },
    {
      key: 'since',
      title: c.since,
      width: '128px',
      from: 800,
      render: (row) => (
        <span className="tabular" title={exactTime(row.since)}>
          {sayTime(row.since, now)}
        </span>
      ),
    },
    {
      key: 'next',
      title: c.next,
      width: 'minmax(200px, 2.4fr)',
      render: (row) => {
        const next = sayNext(row, now, t)
        return <span title={next}>{next}</span>
      },
    },
  ]
}

import type { PayoutBatch } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayFen } from '../../../shared/money'
import { sayNumber, sayTime } from '../../../shared/time'
import type { Column } from '../../../shared/ui'
import { BatchActions } from './BatchActions'
import { BatchState } from './BatchState'
import { batchCopy } from './copy'

export function useBatchColumns(onAnswer: (batch: PayoutBatch) => void): Column<PayoutBatch>[] {
  const t = batchCopy.use()
  const c = t.column
  const now = useBusinessNow()
  return [
    {
      key: 'number',
      title: c.number,
      width: '176px',
      render: (row) => <span className="tabular">{row.number}</span>,
    },
    {
      key: 'payouts',
      title: c.payouts,
      width: '72px',
      align: 'end',
      render: (row) => sayNumber(row.payouts),
    },
    { key: 'amount', title: c.amount, width: '128px', align: 'end', render: (row) => sayFen(row.fen) },
    {
      key: 'state',
      title: c.state,
      width: '140px',
      render: (row) => <BatchState batch={row} />,
    },
    {
      key: 'made',
      title: c.made,
      width: 'minmax(150px, 1fr)',
      from: 1000,
      render: (row) => <span className="tabular">{t.by(sayTime(row.madeAt, now), row.madeBy)}</span>,
    },
    {
      key: 'fetched',
      title: c.fetched,
      width: 'minmax(150px, 1fr)',
      from: 1200,
      render: (row) =>
        row.fetchedAt === null ? (
          t.notFetched
        ) : (
          <span className="tabular">{t.by(sayTime(row.fetchedAt, now), row.fetchedBy ?? '')}</span>
        ),
    },
    {
      key: 'does',
      title: c.does,
      width: 'minmax(210px, 1fr)',
      render: (row) => <BatchActions batch={row} onAnswer={onAnswer} />,
    },
  ]
}

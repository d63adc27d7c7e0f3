import type { Difference } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { type Column, Tag } from '../../../shared/ui'
import { sayGateway } from '../parts/words'
import { reconciliationCopy } from './copy'
import { STATE_MEANING } from './model'
import { sayDifference } from './words'

export function useDifferenceColumns(open: boolean): Column<Difference>[] {
  const t = reconciliationCopy.use()
  const c = t.column
  const now = useBusinessNow()
  const time = (at: string | null) => <span className="tabular">{at === null ? '—' : sayTime(at, now)}</span>
  return [
    {
      key: 'day',
      title: c.day,
      width: '96px',
      render: (row) => <span className="tabular">{row.day}</span>,
    },
    {
      key: 'gateway',
      title: c.gateway,
      width: '108px',
      from: 1000,
      render: (row) => sayGateway(row.gateway),
    },
    { key: 'kind', title: c.kind, width: '120px', render: (row) => <strong>{t.kinds[row.kind]}</strong> },
    {
      key: 'what',
      title: c.what,
      width: 'minmax(200px, 2fr)',
      render: (row) => {
        const words = sayDifference(row, t)
        return <span title={words}>{words}</span>
      },
    },
    {
      key: 'state',
      title: c.state,
      width: '112px',
      render: (row) => <Tag meaning={STATE_MEANING[row.state]}>{t.states[row.state]}</Tag>,
    },
    open
      ? { key: 'found', title: c.found, width: '128px', from: 1200, render: (row) => time(row.foundAt) }
      : {
          key: 'settled',
          title: c.settled,
          width: '200px',
          from: 1200,
          render: (row) => (
            <span>
              {time(row.settledAt)} {row.settledBy}
            </span>
          ),
        },
  ]
}

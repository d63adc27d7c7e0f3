import { useBusinessNow } from '../../../shared/clock/clock'
import { sayFen } from '../../../shared/money'
import { sayNumber, sayTime } from '../../../shared/time'
import type { Column } from '../../../shared/ui'
import { sayGateway } from '../parts/words'
import { reconciliationCopy } from './copy'
import { Apart, Bring, DayName, DayState } from './dayParts'
import { type DayRow, gatewayOf } from './model'

export function useDayColumns(onBring?: (day: string) => void): Column<DayRow>[] {
  const t = reconciliationCopy.use()
  const d = t.days
  const now = useBusinessNow()
  return [
    { key: 'day', title: d.day, width: 'minmax(110px, 1.6fr)', render: (row) => <DayName row={row} /> },
    {
      key: 'gateway',
      title: t.column.gateway,
      width: 'minmax(100px, 1fr)',
      render: (row) => sayGateway(gatewayOf(row)),
    },
    { key: 'state', title: d.state, width: '124px', render: (row) => <DayState row={row} /> },
    {
      key: 'statement',
      title: d.statement,
      width: 'minmax(150px, 1fr)',
      align: 'end',
      render: (row) =>
        'done' in row ? (
          d.count(sayNumber(row.done.lines), sayFen(row.done.fen))
        ) : (
          <Bring missing={row.missing} onBring={onBring} />
        ),
    },
    {
      key: 'own',
      title: d.own,
      width: 'minmax(150px, 1fr)',
      align: 'end',
      render: (row) => ('done' in row ? d.count(sayNumber(row.done.own), sayFen(row.done.ownFen)) : '—'),
    },
    {
      key: 'apart',
      title: d.apart,
      width: '110px',
      align: 'end',
      from: 900,
      render: (row) => ('done' in row ? <Apart day={row.done} /> : '—'),
    },
    {
      key: 'found',
      title: d.found,
      width: '80px',
      align: 'end',
      from: 1200,
      render: (row) => ('done' in row ? sayNumber(row.done.found) : '—'),
    },
    {
      key: 'compared',
      title: d.compared,
      width: '132px',
      from: 1000,
      render: (row) => (
        <span className="tabular">{'done' in row ? sayTime(row.done.comparedAt, now) : '—'}</span>
      ),
    },
  ]
}

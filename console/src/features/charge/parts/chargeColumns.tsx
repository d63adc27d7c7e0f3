import type { ChargeRow } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayFen } from '../../../shared/money'
import { sayTime } from '../../../shared/time'
import { type Column, WaybillNumber } from '../../../shared/ui'
import { claimCopy } from '../../claims'
import { chargeCopy } from '../copy'
import { Burdens } from './Burdens'
import { ChargeTimeLeft } from './ChargeTimeLeft'
import { StateTag } from './StateTag'

export function useChargeColumns(): Column<ChargeRow>[] {
  const t = chargeCopy.use()
  const { kinds } = claimCopy.use()
  const now = useBusinessNow()
  const c = t.column
  return [
    { key: 'left', title: c.left, width: '172px', render: (row) => <ChargeTimeLeft charge={row} /> },
    { key: 'state', title: c.state, width: '108px', render: (row) => <StateTag charge={row} /> },
    {
      key: 'claim',
      title: c.claim,
      width: 'minmax(140px, 0.8fr)',
      render: (row) => <span className="tabular">{row.claimNumber}</span>,
    },
    {
      key: 'waybill',
      title: c.waybill,
      width: '168px',
      render: (row) => <WaybillNumber waybill={row.waybill} />,
    },
    { key: 'kind', title: c.kind, width: '84px', from: 900, render: (row) => kinds[row.kind] },
    {
      key: 'fen',
      title: c.fen,
      width: '112px',
      align: 'end',
      render: (row) => <span className="tabular">{sayFen(row.fen)}</span>,
    },
    {
      key: 'units',
      title: c.units,
      width: 'minmax(150px, 1.4fr)',
      render: (row) => <Burdens charge={row} />,
    },
    {
      key: 'link',
      title: c.link,
      width: 'minmax(120px, 1fr)',
      from: 1250,
      render: (row) => (row.link === null ? '—' : t.links[row.link]),
    },
    {
      key: 'paid',
      title: c.paid,
      width: '120px',
      from: 1100,
      render: (row) => <span className="tabular">{sayTime(row.paidAt, now)}</span>,
    },
  ]
}

import { useNavigate } from 'react-router'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import {
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  Tag,
  UnitName,
  WaybillNumber,
} from '../../../shared/ui'
import { parcelPath } from '../../parcel'
import { type Board, type Chance, type DelayRow, useDelays } from '../api'
import { delayCopy } from '../copy'
import styles from '../DelayPage.module.css'
import { CHANCE_MEANING, sayShare } from '../model'
import { DelayCard } from './DelayCard'
import { Interval } from './Interval'
import { useWhy } from './Why'

interface Props {
  unit: string | null
  chance: Chance | null
  board: Board | undefined
}

/** The list of the day: what can still be saved first, and of that what must be done soonest. */
export function DelayTable({ unit, chance, board }: Props) {
  const t = delayCopy.use()
  const navigate = useNavigate()
  const list = useDelays(unit, chance)
  const columns = useColumns()
  if (list.error != null && list.rows === undefined)
    return <ErrorState error={list.error} onRetry={list.retry} />
  return (
    <>
      {list.error != null && <ErrorState error={list.error} over onRetry={list.retry} />}
      <div className={styles.table}>
        <DataTable
          label={t.views.list}
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.waybill}
          rowHeight={56}
          total={list.total}
          hasMore={list.hasMore}
          loadingMore={list.loadingMore}
          onMore={list.more}
          onOpen={(row) => void navigate(parcelPath(row.waybill))}
          card={(row) => <DelayCard row={row} />}
          cardHeight={132}
          empty={<EmptyState title={t.empty}>{board?.judgedAt === null ? t.never : t.emptyHint}</EmptyState>}
        />
      </div>
    </>
  )
}

function useColumns(): Column<DelayRow>[] {
  const t = delayCopy.use()
  const now = useBusinessNow()
  const why = useWhy()
  return [
    {
      key: 'waybill',
      title: t.columns.waybill,
      width: '150px',
      render: (row) => <WaybillNumber waybill={row.waybill} />,
    },
    {
      key: 'chance',
      title: t.columns.chance,
      width: '88px',
      render: (row) => <Tag meaning={CHANCE_MEANING[row.chance]}>{t.chances[row.chance]}</Tag>,
    },
    {
      key: 'actBy',
      title: t.columns.actBy,
      width: '112px',
      render: (row) => (
        <strong className="tabular">{row.actBy === null ? '—' : sayTime(row.actBy, now)}</strong>
      ),
    },
    {
      key: 'promised',
      title: t.columns.promised,
      width: '112px',
      render: (row) => <span className="tabular">{sayTime(row.promisedAt, now)}</span>,
    },
    {
      key: 'risk',
      title: t.columns.risk,
      width: '76px',
      align: 'end',
      from: 900,
      render: (row) => (row.chance === 'LATE' ? '—' : sayShare(row.risk)),
    },
    {
      key: 'estimate',
      title: t.columns.estimate,
      width: '170px',
      render: (row) => <Interval row={row} />,
    },
    {
      key: 'why',
      title: t.columns.why,
      width: 'minmax(180px, 2fr)',
      render: (row) => <span className={styles.why}>{why(row)}</span>,
    },
    {
      key: 'unit',
      title: t.columns.unit,
      width: 'minmax(120px, 1fr)',
      from: 1100,
      render: (row) => <UnitName unit={row.unit} withKind />,
    },
  ]
}

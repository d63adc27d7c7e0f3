import { Link, useNavigate } from 'react-router'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import {
  Chip,
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  Tag,
  UnitName,
  WaybillNumber,
} from '../../../shared/ui'
import { useCan } from '../../identity'
import styles from '../AnomaliesPage.module.css'
import { type Anomaly, type Kind, useAnomalies } from '../api'
import { anomalyCopy } from '../copy'
import { sayAnomaly } from '../model'

interface Props {
  unit: string | null
  kind: Kind | null
  standing: boolean
  onStanding: (standing: boolean) => void
}

/** The parcels, the newest first; a press opens the parcel. */
export function AnomalyTable({ unit, kind, standing, onStanding }: Props) {
  const t = anomalyCopy.use()
  const navigate = useNavigate()
  const list = useAnomalies(unit, kind, standing)
  const columns = useColumns(standing)
  return (
    <div className={styles.list}>
      <div role="group" aria-label={t.statesLabel} className={styles.chips}>
        {[true, false].map((one) => (
          <Chip
            key={String(one)}
            on={standing === one}
            words={one ? t.standing : t.over}
            onPress={() => onStanding(one)}
          />
        ))}
      </div>
      {list.error != null && (
        <ErrorState error={list.error} over={list.rows !== undefined} onRetry={list.retry} />
      )}
      {(list.error == null || list.rows !== undefined) && (
        <div className={styles.table}>
          <DataTable
            label={t.title}
            columns={columns}
            rows={list.rows}
            rowKey={(row) => row.id}
            total={list.total}
            hasMore={list.hasMore}
            loadingMore={list.loadingMore}
            onMore={list.more}
            onOpen={(row) => void navigate(`/parcels/${encodeURIComponent(row.waybill)}`)}
            card={(row) => <AnomalyCard row={row} />}
            cardHeight={92}
            empty={
              <EmptyState title={standing ? t.empty : t.emptyOver}>{standing && t.emptyHint}</EmptyState>
            }
          />
        </div>
      )}
    </div>
  )
}

function useColumns(standing: boolean): Column<Anomaly>[] {
  const t = anomalyCopy.use()
  const now = useBusinessNow()
  const can = useCan()
  return [
    {
      key: 'waybill',
      title: t.columns.waybill,
      width: '190px',
      render: (row) => <WaybillNumber waybill={row.waybill} />,
    },
    { key: 'kind', title: t.columns.kind, width: '120px', render: (row) => <Tag>{t.kinds[row.kind]}</Tag> },
    {
      key: 'what',
      title: t.columns.what,
      width: 'minmax(220px, 2fr)',
      render: (row) => sayAnomaly(row, t),
    },
    {
      key: 'site',
      title: t.columns.site,
      width: 'minmax(120px, 1fr)',
      from: 900,
      render: (row) => <UnitName unit={row.site} withKind />,
    },
    { key: 'since', title: t.columns.since, width: '120px', render: (row) => sayTime(row.since, now) },
    standing
      ? {
          key: 'ticket',
          title: t.columns.ticket,
          width: '80px',
          render: (row) =>
            row.ticketId !== null &&
            can('ticket.read') && (
              <Link to={`/tickets/${row.ticketId}`} onClick={(event) => event.stopPropagation()}>
                {t.openTicket}
              </Link>
            ),
        }
      : {
          key: 'end',
          title: t.columns.end,
          width: '170px',
          render: (row) =>
            row.endedAt === null || row.end === null
              ? t.stands
              : t.endedAt(sayTime(row.endedAt, now), t.ends[row.end]),
        },
  ]
}

function AnomalyCard({ row }: { row: Anomaly }) {
  const t = anomalyCopy.use()
  const now = useBusinessNow()
  return (
    <>
      <div className={styles.line}>
        <WaybillNumber waybill={row.waybill} />
        <Tag>{t.kinds[row.kind]}</Tag>
        <small>{sayTime(row.since, now)}</small>
      </div>
      <small>{sayAnomaly(row, t)}</small>
    </>
  )
}

import { Link, useSearchParams } from 'react-router'
import type { FreshnessRow } from '../../api/types'
import { useBusinessNow } from '../../shared/clock/clock'
import { MINUTE, sayNumber, sayTime } from '../../shared/time'
import { type Column, DataTable, EmptyState, ErrorState, PageFrame, UnitName } from '../../shared/ui'
import { useMe } from '../identity'
import { useFreshness } from './api'
import { insightCopy } from './copy'
import styles from './FindingsPage.module.css'
import { FRESH_SECONDS } from './model'
import { saySeconds, sayShare } from './words'

/** How late scans arrive, unit by unit, the latest first. */
export default function FreshnessPage() {
  const t = insightCopy.use()
  const me = useMe()
  const [params] = useSearchParams()
  const unit = params.get('unit') ?? me.unit.code
  const { data, error, refetch } = useFreshness(unit)
  const minute = Math.floor(useBusinessNow() / MINUTE) * MINUTE
  const rows = data && [...data.items].sort((a, b) => (b.p95Seconds ?? 0) - (a.p95Seconds ?? 0))
  const late = (row: FreshnessRow) => row.p95Seconds !== null && row.p95Seconds > FRESH_SECONDS
  const columns: Column<FreshnessRow>[] = [
    {
      key: 'unit',
      title: t.column.unit,
      width: 'minmax(140px, 2fr)',
      render: (row) => (
        <Link to={`/boards?unit=${row.unit.code}`}>
          <UnitName unit={row.unit} />
        </Link>
      ),
    },
    {
      key: 'p95',
      title: t.column.p95Long,
      width: 'minmax(90px, 1fr)',
      align: 'end',
      render: (row) => (
        <span className={late(row) ? styles.hours : undefined}>{saySeconds(row.p95Seconds)}</span>
      ),
    },
    {
      key: 'p50',
      title: t.column.p50,
      width: 'minmax(80px, 1fr)',
      align: 'end',
      from: 700,
      render: (row) => saySeconds(row.p50Seconds),
    },
    {
      key: 'share',
      title: t.column.share,
      width: 'minmax(90px, 1fr)',
      align: 'end',
      render: (row) => sayShare(row.shareUnder5Minutes),
    },
    {
      key: 'scans',
      title: t.column.scans,
      width: 'minmax(80px, 1fr)',
      align: 'end',
      from: 560,
      render: (row) => sayNumber(row.scans),
    },
    {
      key: 'last',
      title: t.column.last,
      width: 'minmax(120px, 1fr)',
      from: 860,
      render: (row) => (row.lastArrivedAt === null ? t.none : sayTime(row.lastArrivedAt, minute)),
    },
  ]
  return (
    <PageFrame title={t.freshness} actions={<Link to={`/boards?unit=${unit}`}>{t.back}</Link>} fill>
      <p className={styles.soft}>{t.freshnessHint}</p>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {(error === null || data !== undefined) && (
        <DataTable
          label={t.freshness}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.unit.code}
          empty={<EmptyState title={t.freshnessEmpty}>{t.freshnessEmptyHint}</EmptyState>}
        />
      )}
    </PageFrame>
  )
}

import { Select } from 'antd'
import { sayNumber } from '../../../shared/time'
import { type Column, DataTable, EmptyState, ErrorState, Tag, UnitName } from '../../../shared/ui'
import { ORDERS, type Order, type SiteRow, useSites } from '../api'
import { operationCopy } from '../copy'
import { sayPart } from '../model'
import styles from '../OperationPage.module.css'

interface Props {
  unit: string | null
  order: Order
  onOrder: (order: Order) => void
  onSite: (code: string) => void
}

/** Every outlet and hub that scanned, the worst first. */
export function SiteTable({ unit, order, onOrder, onSite }: Props) {
  const t = operationCopy.use()
  const list = useSites(unit, order)
  const columns = useColumns()
  return (
    <>
      <div className={styles.order}>
        <Select
          aria-label={t.order}
          value={order}
          onChange={onOrder}
          options={ORDERS.map((value) => ({ value, label: t.orders[value] }))}
        />
      </div>
      {list.error != null && (
        <ErrorState error={list.error} over={list.rows !== undefined} onRetry={list.retry} />
      )}
      {(list.error == null || list.rows !== undefined) && (
        <div className={styles.table}>
          <DataTable
            label={t.views.sites}
            columns={columns}
            rows={list.rows}
            rowKey={(row) => row.unit.code}
            total={list.total}
            hasMore={list.hasMore}
            loadingMore={list.loadingMore}
            onMore={list.more}
            onOpen={(row) => onSite(row.unit.code)}
            card={(row) => <SiteCard row={row} />}
            cardHeight={66}
            empty={<EmptyState title={t.emptySites} />}
          />
        </div>
      )}
    </>
  )
}

function useColumns(): Column<SiteRow>[] {
  const t = operationCopy.use()
  return [
    {
      key: 'site',
      title: t.columns.site,
      width: 'minmax(150px, 1.2fr)',
      render: (row) => <UnitName unit={row.unit} withKind />,
    },
    {
      key: 'place',
      title: t.columns.place,
      width: 'minmax(140px, 1.6fr)',
      from: 1100,
      render: (row) => row.place,
    },
    {
      key: 'backlog',
      title: t.columns.backlog,
      width: '84px',
      align: 'end',
      render: (row) => sayNumber(row.backlog),
    },
    { key: 'aged', title: t.columns.aged, width: '84px', align: 'end', render: (row) => sayNumber(row.aged) },
    {
      key: 'entered',
      title: t.columns.entered,
      width: '92px',
      align: 'end',
      from: 900,
      render: (row) => sayNumber(row.entered),
    },
    {
      key: 'given',
      title: t.columns.given,
      width: '92px',
      align: 'end',
      render: (row) => sayNumber(row.given),
    },
    {
      key: 'rate',
      title: t.columns.rate,
      width: '84px',
      align: 'end',
      render: (row) => sayPart(row.delivered, row.given),
    },
    {
      key: 'failed',
      title: t.columns.failed,
      width: '84px',
      align: 'end',
      render: (row) => sayPart(row.failed, row.given),
    },
    {
      key: 'causes',
      title: t.columns.causes,
      width: 'minmax(110px, 1fr)',
      render: (row) => <Causes row={row} />,
    },
  ]
}

function Causes({ row }: { row: SiteRow }) {
  const t = operationCopy.use()
  return row.causes.map((cause) => (
    <Tag key={cause} meaning="act">
      {t.causes[cause]}
    </Tag>
  ))
}

function SiteCard({ row }: { row: SiteRow }) {
  const t = operationCopy.use()
  return (
    <>
      <div className={styles.line}>
        <UnitName unit={row.unit} withKind />
        <Causes row={row} />
      </div>
      <small className="tabular">
        {t.columns.backlog} {sayNumber(row.backlog)} · {t.columns.aged} {sayNumber(row.aged)} ·{' '}
        {t.columns.rate} {sayPart(row.delivered, row.given)} · {t.columns.failed}{' '}
        {sayPart(row.failed, row.given)}
      </small>
    </>
  )
}

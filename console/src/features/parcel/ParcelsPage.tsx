import { Input } from 'antd'
import { useEffect, useState } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'
import type { ParcelRow } from '../../api/types'
import { useBusinessNow } from '../../shared/clock/clock'
import { useShortcut } from '../../shared/keyboard'
import { sayTime } from '../../shared/time'
import {
  type Column,
  DataTable,
  EmptyState,
  ErrorState,
  PageFrame,
  Tag,
  UnitName,
  WaybillNumber,
} from '../../shared/ui'
import { useParcelSearch } from './api'
import { parcelCopy } from './copy'
import { LEVEL_MEANING, parcelListPath, parcelPath, STATUS_MEANING } from './model'
import styles from './ParcelsPage.module.css'
import { ParcelRowBrief } from './parts/ParcelRowBrief'

/** The question of this page: in the address for waybills, in the history's state for phones. */
function useQuestion(): [string, (q: string) => void] {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const state: unknown = useLocation().state
  const fromState =
    typeof state === 'object' && state !== null && 'q' in state && typeof state.q === 'string' ? state.q : ''
  const ask = (q: string) => {
    const target = parcelListPath(q)
    void navigate(target.path, { state: target.state, replace: true })
  }
  return [fromState || (params.get('q') ?? ''), ask]
}

export default function ParcelsPage() {
  const t = parcelCopy.use()
  const navigate = useNavigate()
  const [q, ask] = useQuestion()
  const [text, setText] = useState(q)
  const [cursor, setCursor] = useState(0)
  const search = useParcelSearch(q)
  const columns = useColumns()
  const rows = search.data?.items

  useEffect(() => {
    setText(q)
    setCursor(0)
  }, [q])

  const open = (row: ParcelRow | undefined) => row !== undefined && void navigate(parcelPath(row.waybill))
  useShortcut('j', t.nextParcel, () => setCursor((at) => Math.min((rows?.length ?? 1) - 1, at + 1)))
  useShortcut('k', t.previousParcel, () => setCursor((at) => Math.max(0, at - 1)))
  useShortcut('Enter', t.open, () => open(rows?.[cursor]))

  return (
    <PageFrame title={t.parcels} fill>
      <div className={styles.search}>
        <Input.Search
          autoFocus
          allowClear
          size="large"
          value={text}
          enterButton={t.searchButton}
          aria-label={t.search}
          placeholder={t.search}
          loading={search.isFetching}
          onChange={(event) => setText(event.target.value)}
          onSearch={(value) => ask(value.trim())}
        />
        <p>{t.searchHint}</p>
      </div>
      {search.isError && (
        <ErrorState error={search.error} over={rows !== undefined} onRetry={() => void search.refetch()} />
      )}
      {q === '' && <EmptyState title={t.searchEmpty}>{t.searchTeach}</EmptyState>}
      {q !== '' && (!search.isError || rows !== undefined) && (
        <DataTable
          label={t.parcels}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.waybill}
          onOpen={open}
          cursor={cursor}
          card={(row) => <ParcelRowBrief row={row} />}
          cardHeight={66}
          empty={<EmptyState title={t.searchNone}>{t.searchNoneHint}</EmptyState>}
        />
      )}
    </PageFrame>
  )
}

function useColumns(): Column<ParcelRow>[] {
  const t = parcelCopy.use()
  const now = useBusinessNow()
  const c = t.column
  return [
    {
      key: 'waybill',
      title: c.waybill,
      width: '180px',
      render: (row) => <WaybillNumber waybill={row.waybill} />,
    },
    {
      key: 'status',
      title: c.status,
      width: '96px',
      render: (row) => <Tag meaning={STATUS_MEANING[row.status]}>{t.status[row.status]}</Tag>,
    },
    {
      key: 'level',
      title: c.level,
      width: '96px',
      render: (row) =>
        row.level === 'OFF' ? '—' : <Tag meaning={LEVEL_MEANING[row.level]}>{t.level[row.level]}</Tag>,
    },
    {
      key: 'last',
      title: c.last,
      width: 'minmax(220px, 1fr)',
      render: (row) =>
        row.lastScan === null ? (
          t.noScan
        ) : (
          <>
            <span className="tabular">{sayTime(row.lastScan.scannedAt, now)}</span>{' '}
            <UnitName unit={row.lastScan.site} /> {t.scan[row.lastScan.type]}
          </>
        ),
    },
    {
      key: 'recipient',
      title: c.recipient,
      width: '150px',
      from: 900,
      render: (row) =>
        row.recipient === null ? '—' : `${row.recipient.name ?? ''} ${row.recipient.phone ?? ''}`,
    },
    {
      key: 'promised',
      title: c.promised,
      width: '116px',
      from: 1200,
      render: (row) =>
        row.promisedAt === null ? '—' : <span className="tabular">{sayTime(row.promisedAt, now)}</span>,
    },
    {
      key: 'tickets',
      title: c.tickets,
      width: '96px',
      render: (row) =>
        row.openTickets === 0 ? '—' : <Tag meaning="watch">{t.openTickets(row.openTickets)}</Tag>,
    },
  ]
}

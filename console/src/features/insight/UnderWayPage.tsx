import { CloseOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useShortcut } from '../../shared/keyboard'
import { sayNumber } from '../../shared/time'
import { cx, DataTable, EmptyState, ErrorState, PageFrame } from '../../shared/ui'
import { useUnitName } from '../../shared/units'
import { parcelPath } from '../parcel'
import { useUnderWay } from './api'
import { insightCopy } from './copy'
import styles from './FindingsPage.module.css'
import { UnderWayCard } from './parts/UnderWayCard'
import { useUnderWayColumns } from './parts/underWayColumns'

/** Parcels under way, the longest unseen first: the list behind two numbers of the boards. */
export default function UnderWayPage() {
  const t = insightCopy.use()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const unit = params.get('unit')
  const watched = params.get('watched') === '1'
  const list = useUnderWay({ unit, province: params.get('province'), watched })
  const columns = useUnderWayColumns()
  const unitName = useUnitName(unit)
  const [cursor, setCursor] = useState(-1)
  const count = list.rows?.length ?? 0

  function set(name: string, value: string | null) {
    setCursor(-1)
    setParams(
      (old) => {
        const next = new URLSearchParams(old)
        if (value === null) next.delete(name)
        else next.set(name, value)
        return next
      },
      { replace: true },
    )
  }

  useShortcut('j', t.next, () => setCursor((at) => Math.min(count - 1, at + 1)))
  useShortcut('k', t.previous, () => setCursor((at) => Math.max(0, at - 1)))
  useShortcut('Enter', t.toParcel, () => {
    const row = list.rows?.[cursor]
    if (row !== undefined) void navigate(parcelPath(row.waybill))
  })

  return (
    <PageFrame
      title={t.underWay.title}
      aside={list.total !== null && <span className="tabular">{t.findingsCount(sayNumber(list.total))}</span>}
      actions={<Link to={unit === null ? '/boards' : `/boards?unit=${unit}`}>{t.back}</Link>}
      fill
    >
      <div role="group" aria-label={t.show} className={styles.group}>
        {[true, false].map((value) => (
          <button
            key={String(value)}
            type="button"
            aria-pressed={watched === value}
            className={cx(styles.chip, watched === value && styles.on)}
            onClick={() => set('watched', value ? '1' : null)}
          >
            {value ? t.underWay.watched : t.underWay.all}
          </button>
        ))}
        {unit !== null && (
          <button
            type="button"
            className={cx(styles.chip, styles.on)}
            aria-label={t.removeFilter(t.ofUnit(unitName))}
            onClick={() => set('unit', null)}
          >
            {t.ofUnit(unitName)} <CloseOutlined />
          </button>
        )}
      </div>
      {list.error !== null && (
        <ErrorState error={list.error} over={list.rows !== undefined} onRetry={list.retry} />
      )}
      {(list.error === null || list.rows !== undefined) && (
        <DataTable
          label={t.underWay.title}
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.waybill}
          total={list.total}
          hasMore={list.hasMore}
          loadingMore={list.loadingMore}
          onMore={list.more}
          onOpen={(row) => void navigate(parcelPath(row.waybill))}
          cursor={cursor}
          card={(row) => <UnderWayCard row={row} />}
          cardHeight={72}
          empty={<EmptyState title={t.underWay.emptyTitle}>{t.underWay.emptyHint}</EmptyState>}
        />
      )}
    </PageFrame>
  )
}

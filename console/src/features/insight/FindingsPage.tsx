import { Link, useNavigate, useSearchParams } from 'react-router'
import { useRowCursor } from '../../shared/keyboard/useRowCursor'
import { sayNumber } from '../../shared/time'
import { cx, DataTable, EmptyState, ErrorState, PageFrame, useSetFilter } from '../../shared/ui'
import { UnitPicker, useUnitName } from '../../shared/units'
import { useDivisionName } from '../network'
import { parcelPath } from '../parcel'
import { useFindings } from './api'
import { insightCopy } from './copy'
import styles from './FindingsPage.module.css'
import { FilterChip } from './parts/FilterChip'
import { FindingCard } from './parts/FindingCard'
import { useFindingColumns } from './parts/findingColumns'

/** Silent parcels, the oldest warning first: the list behind every number of the boards. */
export default function FindingsPage() {
  const t = insightCopy.use()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const unit = params.get('unit')
  const province = params.get('province')
  const all = params.get('show') === 'all'
  const list = useFindings({ unit, province, all })
  const columns = useFindingColumns(all)
  const provinceName = useDivisionName()
  const unitName = useUnitName(unit)
  const { cursor, reset } = useRowCursor(list.rows, (row) => void navigate(parcelPath(row.waybill)), {
    next: t.next,
    previous: t.previous,
    open: t.toParcel,
  })
  const set = useSetFilter(reset)

  return (
    <PageFrame
      title={t.findings}
      aside={list.total !== null && <span className="tabular">{t.findingsCount(sayNumber(list.total))}</span>}
      actions={<Link to={unit === null ? '/boards' : `/boards?unit=${unit}`}>{t.back}</Link>}
      fill
    >
      <div className={styles.bar}>
        <div role="group" aria-label={t.show} className={styles.group}>
          {[false, true].map((value) => (
            <button
              key={String(value)}
              type="button"
              aria-pressed={all === value}
              className={cx(styles.chip, all === value && styles.on)}
              onClick={() => set('show', value ? 'all' : null)}
            >
              {value ? t.all : t.open}
            </button>
          ))}
          {province !== null && (
            <FilterChip words={t.inProvince(provinceName(province))} onRemove={() => set('province', null)} />
          )}
          {unit !== null && <FilterChip words={t.ofUnit(unitName)} onRemove={() => set('unit', null)} />}
        </div>
        <div className={styles.picker}>
          <UnitPicker placeholder={t.chooseUnit} onChange={(code) => set('unit', code)} />
        </div>
      </div>
      {list.error !== null && (
        <ErrorState error={list.error} over={list.rows !== undefined} onRetry={list.retry} />
      )}
      {(list.error === null || list.rows !== undefined) && (
        <DataTable
          label={t.findings}
          columns={columns}
          rows={list.rows}
          rowKey={(row) => row.id}
          total={list.total}
          hasMore={list.hasMore}
          loadingMore={list.loadingMore}
          onMore={list.more}
          onOpen={(row) => void navigate(parcelPath(row.waybill))}
          cursor={cursor}
          card={(row) => <FindingCard row={row} />}
          cardHeight={72}
          empty={
            <EmptyState title={t.findingsEmpty}>
              {unit !== null || province !== null ? t.findingsFiltered : t.findingsEmptyHint}
            </EmptyState>
          }
        />
      )}
    </PageFrame>
  )
}

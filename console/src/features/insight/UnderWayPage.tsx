import { Link, useNavigate, useSearchParams } from 'react-router'
import { useRowCursor } from '../../shared/keyboard/useRowCursor'
import { sayNumber } from '../../shared/time'
import { Chip, DataTable, EmptyState, ErrorState, PageFrame, useSetFilter } from '../../shared/ui'
import { useUnitName } from '../../shared/units'
import { useDivisionName } from '../network'
import { parcelPath } from '../parcel'
import { useUnderWay } from './api'
import { insightCopy } from './copy'
import styles from './FindingsPage.module.css'
import { FilterChip } from './parts/FilterChip'
import { UnderWayCard } from './parts/UnderWayCard'
import { useUnderWayColumns } from './parts/underWayColumns'

/** Parcels under way, the longest unseen first: the list behind two numbers of the boards. */
export default function UnderWayPage() {
  const t = insightCopy.use()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const unit = params.get('unit')
  const province = params.get('province')
  const watched = params.get('watched') === '1'
  const list = useUnderWay({ unit, province, watched })
  const columns = useUnderWayColumns()
  const unitName = useUnitName(unit)
  const provinceName = useDivisionName()
  const { cursor, reset } = useRowCursor(list.rows, (row) => void navigate(parcelPath(row.waybill)), {
    next: t.next,
    previous: t.previous,
    open: t.toParcel,
  })
  const set = useSetFilter(reset)

  return (
    <PageFrame
      title={t.underWay.title}
      aside={list.total !== null && <span className="tabular">{t.findingsCount(sayNumber(list.total))}</span>}
      actions={<Link to={unit === null ? '/boards' : `/boards?unit=${unit}`}>{t.back}</Link>}
      fill
    >
      <div role="group" aria-label={t.show} className={styles.group}>
        {[true, false].map((value) => (
          <Chip
            key={String(value)}
            on={watched === value}
            words={value ? t.underWay.watched : t.underWay.all}
            onPress={() => set('watched', value ? '1' : null)}
          />
        ))}
        {province !== null && (
          <FilterChip words={t.inProvince(provinceName(province))} onRemove={() => set('province', null)} />
        )}
        {unit !== null && <FilterChip words={t.ofUnit(unitName)} onRemove={() => set('unit', null)} />}
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

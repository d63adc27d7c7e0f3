import { Link, useNavigate, useSearchParams } from 'react-router'
import { useBusinessNow } from '../../shared/clock/clock'
import { useRowCursor } from '../../shared/keyboard/useRowCursor'
import { sayNumber, sayTime } from '../../shared/time'
import { Chip, DataTable, EmptyState, ErrorState, PageFrame, useSetFilter } from '../../shared/ui'
import { UnitPicker, useUnitName } from '../../shared/units'
import { useDivisionName } from '../network'
import { parcelCopy, parcelPath } from '../parcel'
import { useFindings } from './api'
import { insightCopy } from './copy'
import styles from './FindingsPage.module.css'
import { FilterChip } from './parts/FilterChip'
import { FindingCard } from './parts/FindingCard'
import { useFindingColumns } from './parts/findingColumns'
import { MassEvents } from './parts/MassEvents'

/** Silent parcels, the oldest warning first: the list behind every number of the boards. */
export default function FindingsPage() {
  const t = insightCopy.use()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const unit = params.get('unit')
  const province = params.get('province')
  const all = params.get('show') === 'all'
  const stage = params.get('stage')
  const laneClass = params.get('laneClass')
  const outcome = params.get('outcome')
  const from = params.get('from')
  const until = params.get('until')
  const event = params.get('event')
  const list = useFindings({ unit, province, all, stage, laneClass, outcome, from, until, event })
  const columns = useFindingColumns(all)
  const provinceName = useDivisionName()
  const unitName = useUnitName(unit)
  const words = parcelCopy.use()
  const now = useBusinessNow()
  const { cursor, reset } = useRowCursor(list.rows, (row) => void navigate(parcelPath(row.waybill)), {
    next: t.next,
    previous: t.previous,
    open: t.toParcel,
  })
  const set = useSetFilter(reset)
  const anyTime = () => {
    reset()
    setParams(
      (old) => {
        const next = new URLSearchParams(old)
        next.delete('from')
        next.delete('until')
        return next
      },
      { replace: true },
    )
  }

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
            <Chip
              key={String(value)}
              on={all === value}
              words={value ? t.all : t.open}
              onPress={() => set('show', value ? 'all' : null)}
            />
          ))}
          {province !== null && (
            <FilterChip words={t.inProvince(provinceName(province))} onRemove={() => set('province', null)} />
          )}
          {known(words.stage, stage) && (
            <FilterChip words={t.prec.stageChip(words.stage[stage])} onRemove={() => set('stage', null)} />
          )}
          {known(words.lane, laneClass) && (
            <FilterChip
              words={t.prec.laneChip(words.lane[laneClass])}
              onRemove={() => set('laneClass', null)}
            />
          )}
          {known(t.prec.outcome, outcome) && (
            <FilterChip words={t.prec.outcome[outcome]} onRemove={() => set('outcome', null)} />
          )}
          {from !== null && until !== null && (
            <FilterChip words={t.prec.spanChip(sayTime(from, now), sayTime(until, now))} onRemove={anyTime} />
          )}
          {event !== null && <FilterChip words={t.mass.chip} onRemove={() => set('event', null)} />}
          {unit !== null && <FilterChip words={t.ofUnit(unitName)} onRemove={() => set('unit', null)} />}
        </div>
        <div className={styles.picker}>
          <UnitPicker placeholder={t.chooseUnit} onChange={(code) => set('unit', code)} />
        </div>
      </div>
      {event === null && <MassEvents unit={unit} />}
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
              {[unit, province, stage, laneClass, outcome, from, event].some((value) => value !== null)
                ? t.findingsFiltered
                : t.findingsEmptyHint}
            </EmptyState>
          }
        />
      )}
    </PageFrame>
  )
}

/** Whether an address names one of these. */
function known<N extends string>(names: Record<N, string>, value: string | null): value is N {
  return value !== null && Object.hasOwn(names, value)
}

import { Link, useSearchParams } from 'react-router'
import type { ChargeFigures } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { EmptyState, ErrorState, PageFrame, Section, SkeletonRows, useSetFilter } from '../../../shared/ui'
import { UnitBar } from '../../../shared/units'
import { useCan } from '../../identity'
import { useFigures } from '../api'
import { chargeCopy } from '../copy'
import { ChargeLinks } from '../parts/ChargeLinks'
import { PeriodBar } from '../parts/PeriodBar'
import { usePeriod } from '../period'
import styles from './FiguresPage.module.css'
import { FigureTable } from './FigureTable'
import { Summary } from './Summary'

/** How many charges each unit has, what they cost and how its appeals ended; for one unit alone, at a glance. */
export default function FiguresPage() {
  const t = chargeCopy.use()
  const can = useCan()
  const [params] = useSearchParams()
  const unit = params.get('unit')
  const [period, setPeriod] = usePeriod()
  const setFilter = useSetFilter(() => undefined)
  const { data, error, refetch } = useFigures(unit, period)

  return (
    <PageFrame title={t.figures.title} aside={<ChargeLinks />}>
      <UnitBar
        unit={unit}
        onUnit={(code) => setFilter('unit', code)}
        mayChoose={can('network.read')}
        choose={t.chooseUnit}
        ofUnit={t.ofUnit}
      >
        <PeriodBar period={period} onPeriod={setPeriod} />
      </UnitBar>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={10} height={40} />}
      {data !== undefined && <Shown figures={data} />}
    </PageFrame>
  )
}

function Shown({ figures }: { figures: ChargeFigures }) {
  const t = chargeCopy.use()
  const f = t.figures
  const can = useCan()
  const { units, undecided } = figures
  return (
    <>
      {undecided > 0 && can('charge.arbitrate') && (
        <p>
          <Link to="/charges?state=UNDECIDED">{f.undecided(sayNumber(undecided))}</Link>
        </p>
      )}
      {units.length === 0 && <EmptyState title={f.empty}>{f.emptyHint}</EmptyState>}
      {units.length > 0 && <Summary figures={units} />}
      {units.length > 1 && (
        <Section
          title={`${figures.unit.name} · ${t.period.days(figures.from, figures.to)}`}
          extra={<small className={styles.faint}>{f.lead}</small>}
          flush
        >
          <FigureTable figures={units} />
        </Section>
      )}
      <p className={styles.faint}>{f.note}</p>
    </>
  )
}

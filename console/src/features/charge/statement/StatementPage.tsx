import { Button } from 'antd'
import { useSearchParams } from 'react-router'
import type { UnitStatement } from '../../../api/types'
import { useShortcut } from '../../../shared/keyboard'
import { EmptyState, ErrorState, PageFrame, Section, SkeletonRows, useSetFilter } from '../../../shared/ui'
import { UnitBar } from '../../../shared/units'
import { useCan } from '../../identity'
import { useStatement } from '../api'
import { chargeCopy } from '../copy'
import { ChargeLinks } from '../parts/ChargeLinks'
import { PeriodBar } from '../parts/PeriodBar'
import { usePeriod } from '../period'
import { Accounts } from './Accounts'
import { saveText } from './csv'
import { Entries } from './Entries'
import { entriesOf } from './entries'
import styles from './StatementPage.module.css'
import { sheetOf } from './sheet'

/** What was held from a unit and what it owes, booking by booking, to be read, printed and kept. */
export default function StatementPage() {
  const t = chargeCopy.use()
  const s = t.statement
  const can = useCan()
  const [params] = useSearchParams()
  const unit = params.get('unit')
  const [period, setPeriod] = usePeriod()
  const setFilter = useSetFilter(() => undefined)
  const { data, error, refetch } = useStatement(unit, period)
  useShortcut('p', s.print, () => window.print())

  function save(statement: UnitStatement) {
    saveText(s.file(statement.unit.name, statement.from, statement.to), sheetOf(statement))
  }

  return (
    <PageFrame
      title={s.title}
      aside={<ChargeLinks />}
      actions={
        <>
          <Button disabled={data === undefined} onClick={() => data !== undefined && save(data)}>
            {s.download}
          </Button>
          <Button disabled={data === undefined} onClick={() => window.print()}>
            {s.print}
          </Button>
        </>
      }
    >
      <div className={styles.bar}>
        <UnitBar
          unit={unit}
          onUnit={(code) => setFilter('unit', code)}
          mayChoose={can('network.read')}
          choose={t.chooseUnit}
          ofUnit={(name) => name}
        >
          <PeriodBar period={period} onPeriod={setPeriod} />
        </UnitBar>
      </div>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={10} height={40} />}
      {data !== undefined && <Statement statement={data} />}
    </PageFrame>
  )
}

function Statement({ statement }: { statement: UnitStatement }) {
  const t = chargeCopy.use()
  const s = t.statement
  const entries = entriesOf(statement)
  const days = t.period.days(statement.from, statement.to)
  return (
    <>
      <Accounts statement={statement} />
      <Section title={`${statement.unit.name} · ${days}`} extra={<small>{s.plus}</small>} flush>
        {entries.length === 0 ? (
          <EmptyState title={s.empty}>{s.emptyHint}</EmptyState>
        ) : (
          <Entries entries={entries} statement={statement} />
        )}
      </Section>
    </>
  )
}

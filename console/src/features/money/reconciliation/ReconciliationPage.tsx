import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { Chip, useSetFilter } from '../../../shared/ui'
import { useCan } from '../../identity'
import bar from '../parts/Bar.module.css'
import { BooksOnly, MoneyFrame } from '../parts/MoneyFrame'
import { reconciliationCopy } from './copy'
import { DayList } from './DayList'
import { DifferenceList } from './DifferenceList'
import { VIEWS } from './model'
import { StatementDialog } from './StatementDialog'

/** What does not agree between the gateways and us, what to do about it, and which days were compared. */
export default function ReconciliationPage() {
  return (
    <BooksOnly title={reconciliationCopy.use().title}>
      <Reconciliation />
    </BooksOnly>
  )
}

function Reconciliation() {
  const t = reconciliationCopy.use()
  const can = useCan()
  const [params] = useSearchParams()
  const view = VIEWS.find((name) => name === params.get('view')) ?? 'open'
  const setFilter = useSetFilter(() => undefined)
  /** The day whose statement is brought; empty where it is still to be chosen. */
  const [bringing, setBringing] = useState<string | null>(null)
  const mayBring = can('money.settle')
  return (
    <MoneyFrame
      title={t.title}
      lead={t.lead}
      actions={mayBring && <Button onClick={() => setBringing('')}>{t.upload}</Button>}
    >
      <div className={bar.bar}>
        <div role="group" aria-label={t.views.label} className={bar.chips}>
          {VIEWS.map((name) => (
            <Chip
              key={name}
              on={name === view}
              words={t.views[name]}
              onPress={() => setFilter('view', name === 'open' ? null : name)}
            />
          ))}
        </div>
      </div>
      {view === 'days' ? (
        <DayList onBring={mayBring ? setBringing : undefined} />
      ) : (
        <DifferenceList key={view} open={view === 'open'} />
      )}
      {bringing !== null && <StatementDialog day={bringing} onClose={() => setBringing(null)} />}
    </MoneyFrame>
  )
}

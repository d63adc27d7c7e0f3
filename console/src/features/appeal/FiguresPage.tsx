import { Button, DatePicker } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { AppealFigure, AppealRate } from '../../api/types'
import { useBusinessNow } from '../../shared/clock/clock'
import { sayNumber } from '../../shared/time'
import { toPicker } from '../../shared/time/picker'
import { EmptyState, ErrorState, PageFrame, Section, SkeletonRows } from '../../shared/ui'
import { useCan } from '../identity'
import { useStatistics } from './api'
import { appealCopy } from './copy'
import styles from './FiguresPage.module.css'
import { shiftMonth } from './model'
import { FigureTable } from './parts/FigureTable'
import { Periods } from './parts/Periods'
import { RateBars } from './parts/RateBars'
import { sayPerMillion, sayShare } from './parts/rates'
import { VolumeDialog } from './parts/VolumeDialog'

/** What the postal authority publishes about a company, about ourselves: each figure with what it is made of. */
export default function FiguresPage() {
  const t = appealCopy.use()
  const f = t.fig
  const can = useCan()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const [entering, setEntering] = useState(false)
  const thisMonth = toPicker(useBusinessNow()).format('YYYY-MM')
  const until = params.get('until') ?? thisMonth
  const from = params.get('from') ?? shiftMonth(until, -5)
  const { data, error, isError, refetch } = useStatistics(from, until)

  return (
    <PageFrame
      title={f.title}
      aside={
        <DatePicker.RangePicker
          picker="month"
          allowClear={false}
          aria-label={f.period}
          value={[toPicker(Date.parse(`${from}-02`)), toPicker(Date.parse(`${until}-02`))]}
          onChange={(months) => {
            const [first, last] = months ?? []
            if (first != null && last != null) {
              setParams({ from: first.format('YYYY-MM'), until: last.format('YYYY-MM') }, { replace: true })
            }
          }}
        />
      }
      actions={
        <>
          {can('appeal.check') && <Button onClick={() => setEntering(true)}>{f.enter}</Button>}
          <Button onClick={() => void navigate('/appeals')}>{t.list}</Button>
        </>
      }
    >
      {isError && <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />}
      {data === undefined ? (
        !isError && <SkeletonRows rows={10} height={44} />
      ) : (
        <>
          <Totals total={data.total} />
          {data.total.appeals.numerator === 0 ? (
            <EmptyState title={f.empty}>{f.emptyHint}</EmptyState>
          ) : (
            <>
              <Section title={f.byMonth}>
                <RateBars figures={data.byMonth} />
              </Section>
              <div className={styles.two}>
                <Section title={f.byCategory} flush>
                  <FigureTable
                    figures={[...data.byCategory].sort((a, b) => b.appeals.numerator - a.appeals.numerator)}
                    name={(figure) => t.categories[figure.key as keyof typeof t.categories]}
                    total={data.total.appeals.numerator}
                  />
                </Section>
                <Section title={f.byRegion} flush>
                  <FigureTable
                    figures={[...data.byRegion].sort(
                      (a, b) => (b.appeals.value ?? 0) - (a.appeals.value ?? 0),
                    )}
                    name={(figure) => figure.region?.name ?? figure.key}
                    total={data.total.appeals.numerator}
                  />
                </Section>
              </div>
            </>
          )}
          <p className={styles.note}>
            {f.formula} {f.counted}
          </p>
          {data.entered.map((entry) => (
            <p key={`${entry.month} ${entry.region.code}`} className={styles.note}>
              {f.entered(entry.month, entry.region.name, sayNumber(entry.parcels))}
            </p>
          ))}
          <Section title={f.periods} flush>
            <Periods />
          </Section>
        </>
      )}
      {entering && <VolumeDialog month={until} onDone={() => setEntering(false)} />}
    </PageFrame>
  )
}

function Totals({ total }: { total: AppealFigure }) {
  const f = appealCopy.use().fig
  const cards: [string, string, AppealRate][] = [
    [f.rate, sayPerMillion(total.appeals), total.appeals],
    [f.validRate, sayPerMillion(total.valid), total.valid],
    [f.satisfied, sayShare(total.satisfied), total.satisfied],
    [f.overdue, sayShare(total.overdue), total.overdue],
  ]
  return (
    <dl className={styles.totals}>
      {cards.map(([name, value, rate], index) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="tabular">
            {value} {index < 2 && rate.value !== null && <small>{f.perMillion}</small>}
          </dd>
          <dd className={styles.made}>
            {rate.denominator === 0 && index < 2
              ? f.noDenominator
              : f.of(sayNumber(rate.numerator), sayNumber(rate.denominator))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

import { Segmented } from 'antd'
import { useSearchParams } from 'react-router'
import { EmptyState, ErrorState, PageFrame, SkeletonRows, useSetFilter } from '../../../shared/ui'
import { useClaimFigures } from './api'
import { figuresCopy } from './copy'
import styles from './Figures.module.css'
import { Kinds } from './Kinds'
import { Totals } from './Totals'
import { Units } from './Units'

const PERIODS = [7, 30, 90]
const USUAL = 30

/** Claims in figures: how many, how quick, how much, of which kind and where. */
export default function FiguresPage() {
  const t = figuresCopy.use()
  const [params] = useSearchParams()
  const setFilter = useSetFilter(() => undefined)
  const days = PERIODS.find((one) => String(one) === params.get('days')) ?? USUAL
  const { data, error, refetch } = useClaimFigures(days)
  return (
    <PageFrame
      title={t.title}
      actions={
        <Segmented
          aria-label={t.period}
          value={days}
          options={PERIODS.map((value) => ({ value, label: t.days(value) }))}
          onChange={(value) => setFilter('days', String(value))}
        />
      }
    >
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={10} height={44} />}
      {data?.all.claims === 0 && <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
      {data !== undefined && data.all.claims > 0 && (
        <div className={styles.parts}>
          <Totals all={data.all} />
          <Kinds kinds={data.kinds} />
          <Units units={data.units} />
        </div>
      )}
    </PageFrame>
  )
}

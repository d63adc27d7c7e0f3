import type { TrendHour } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { TrendChart } from '../chart/TrendChart'
import { insightCopy } from '../copy'
import styles from './Bars.module.css'

/** The last 24 hours as lines, and in one sentence. */
export function TrendBoard({ trend, height = 210 }: { trend: TrendHour[]; height?: number }) {
  const t = insightCopy.use()
  const sum = (key: 'raised' | 'cleared' | 'closed') => trend.reduce((total, hour) => total + hour[key], 0)
  const [raised, cleared, closed] = [sum('raised'), sum('cleared'), sum('closed')]
  if (raised + cleared + closed === 0) {
    return <p className={styles.total}>{t.trendEmpty}</p>
  }
  return (
    <>
      <p className={styles.total}>
        {t.trendSummary(sayNumber(raised), sayNumber(cleared), sayNumber(closed))}
      </p>
      <TrendChart trend={trend} height={height} />
    </>
  )
}

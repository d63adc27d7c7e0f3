import type { PrecisionWeek } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { insightCopy } from '../copy'
import { sayShare } from '../words'
import { standing } from './model'
import styles from './Precision.module.css'
import { sayWeek } from './WeekChart'

const STEP = 10
const HEIGHT = 20

interface Props {
  weeks: PrecisionWeek[]
  target: number
  from: number
}

/** The weeks of one line as small columns; the words of each are its title. A week without a judged warning is a gap. */
export function SmallWeeks({ weeks, target, from }: Props) {
  const t = insightCopy.use()
  if (weeks.length === 0) return null
  const y = (share: number) => (1 - (Math.max(from, share) - from) / (1 - from)) * HEIGHT
  return (
    <svg width={weeks.length * STEP} height={HEIGHT} role="img" aria-label={t.prec.byWeek}>
      {weeks.map(({ monday, rate }, index) => {
        if (rate.precision === null) return null
        const top = Math.min(y(rate.precision), HEIGHT - 2)
        return (
          <rect
            key={monday}
            className={cx(styles.column, styles[standing(rate, target)])}
            x={index * STEP + 1}
            width={STEP - 2}
            y={top}
            height={HEIGHT - top}
          >
            <title>
              {t.prec.weekSays(
                sayWeek(monday),
                sayShare(rate.precision),
                sayNumber(rate.right),
                sayNumber(rate.wrong),
                sayNumber(rate.undecided),
              )}
            </title>
          </rect>
        )
      })}
      <line className={styles.targetStroke} x1={0} x2={weeks.length * STEP} y1={y(target)} y2={y(target)} />
    </svg>
  )
}

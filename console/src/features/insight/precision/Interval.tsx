import type { PrecisionRate } from '../../../api/types'
import { cx } from '../../../shared/ui'
import { insightCopy } from '../copy'
import { sayShare } from '../words'
import { standing } from './model'
import styles from './Precision.module.css'

interface Props {
  rate: PrecisionRate
  target: number
  /** The share at the left end of the axis. */
  from: number
}

/** A share with how sure it is, drawn beside the target; the words say the same. */
export function Interval({ rate, target, from }: Props) {
  const t = insightCopy.use()
  const how = standing(rate, target)
  if (rate.precision === null) {
    return <span className={styles.soft}>{t.prec.notJudged}</span>
  }
  const at = (share: number) => `${(100 * Math.max(0, share - from)) / (1 - from)}%`
  return (
    <span className={styles.interval}>
      <span className={styles.track} aria-hidden="true">
        <i className={styles.targetLine} style={{ insetInlineStart: at(target) }} />
        <i
          className={cx(styles.band, styles[how])}
          style={{ insetInlineStart: at(rate.low), width: at(from + rate.high - Math.max(from, rate.low)) }}
        />
        <i className={cx(styles.dot, styles[how])} style={{ insetInlineStart: at(rate.precision) }} />
      </span>
      <strong className={cx('tabular', how === 'below' && styles.bad)}>{sayShare(rate.precision)}</strong>
      <span className={cx('tabular', styles.faint)}>
        {t.prec.between(sayShare(rate.low), sayShare(rate.high))}
      </span>
    </span>
  )
}

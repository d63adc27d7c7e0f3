import { Link } from 'react-router'
import { cx, type Meaning } from '../../../shared/ui'
import { insightCopy } from '../copy'
import styles from './BigNumber.module.css'

interface Props {
  label: string
  value: string
  means: string
  meaning?: Meaning
  /** The list that it counts; null where there is none. */
  to: string | null
}

/** A number, what it means, and the way to what it counts. */
export function BigNumber({ label, value, means, meaning = 'plain', to }: Props) {
  const t = insightCopy.use()
  const words = (
    <>
      <span className={styles.label}>{label}</span>
      <strong className={cx('tabular', styles[meaning])}>{value}</strong>
      <span className={styles.means}>{means}</span>
    </>
  )
  return to === null ? (
    <div className={styles.number}>{words}</div>
  ) : (
    <Link to={to} className={cx(styles.number, styles.opens)} title={t.openList(label)}>
      {words}
    </Link>
  )
}

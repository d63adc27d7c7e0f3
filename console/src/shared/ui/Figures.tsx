import type { ReactNode } from 'react'
import { cx } from './cx'
import styles from './Figures.module.css'

/** Three to six figures that say at a glance how something stands. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>
}

/** One of them: what it is, how much, and what that means; `act` where somebody should do something. */
export function Figure(props: { label: string; value: string; means: string; act?: boolean }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd className={cx('tabular', props.act && styles.act)}>{props.value}</dd>
      <dd>{props.means}</dd>
    </div>
  )
}

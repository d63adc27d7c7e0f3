import type { ReactNode } from 'react'
import { cx, type Meaning } from './cx'
import styles from './Tag.module.css'

/** A short word with one of the four meanings. */
export function Tag({
  meaning = 'plain',
  strong = false,
  children,
}: {
  meaning?: Meaning
  strong?: boolean
  children: ReactNode
}) {
  return <span className={cx(styles.tag, styles[meaning], strong && styles.strong)}>{children}</span>
}

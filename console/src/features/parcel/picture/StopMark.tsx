import { cx } from '../../../shared/ui'
import type { Stop } from './model'
import styles from './TimelinePicture.module.css'

export function StopMark({ stop, x, y }: { stop: Stop; x: number; y: number }) {
  if (stop.kind === 'delivered') {
    return (
      <g transform={`translate(${x} ${y})`}>
        <circle r="10" className={styles.delivered} />
        <path d="M-4.5 0.5l3 3 6-6.5" className={styles.tick} />
      </g>
    )
  }
  if (stop.kind === 'here') {
    return (
      <g transform={`translate(${x} ${y})`}>
        <circle r="11" className={styles.halo} />
        <circle r="6" className={styles.hereDot} />
      </g>
    )
  }
  const ghost = stop.kind === 'expected' || stop.kind === 'recipient'
  return <circle cx={x} cy={y} r="7" className={cx(ghost ? styles.ghost : styles.passed)} />
}

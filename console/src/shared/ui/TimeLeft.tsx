import { useBusinessNow } from '../clock/clock'
import { exactTime, sayDuration, sayTime } from '../time'
import { uiCopy } from './copy'
import { cx } from './cx'
import styles from './TimeLeft.module.css'
import { readTimeLeft, type TimeLeftReading } from './timeLeft'

interface Props {
  dueAt: string | null
  limitMinutes: number
  /** Why the clock stands still; it shows instead of the time. */
  pausedWhy?: string | null
  pausedUntil?: string | null
  /** What to say when there is no due time. */
  otherwise?: string
  size?: 'row' | 'page'
}

/** Time left, the same everywhere: words, a ring and a colour, never colour alone. */
export function TimeLeft({
  dueAt,
  limitMinutes,
  pausedWhy,
  pausedUntil,
  otherwise = '—',
  size = 'row',
}: Props) {
  const now = useBusinessNow()
  const t = uiCopy.use()
  const reading = readTimeLeft(dueAt, limitMinutes, now, pausedWhy != null)
  const words = {
    left: () => t.left(sayDuration(reading.amount)),
    overdue: () => t.overdue(sayDuration(reading.amount)),
    paused: () =>
      pausedUntil ? t.pausedUntil(pausedWhy ?? '', sayTime(pausedUntil, now)) : (pausedWhy ?? ''),
    none: () => otherwise,
  }[reading.kind]()

  return (
    <span
      className={cx(
        styles.timeLeft,
        styles[reading.meaning],
        styles[reading.kind],
        size === 'page' && styles.page,
      )}
      title={dueAt !== null ? exactTime(dueAt) : undefined}
    >
      <Ring reading={reading} size={size === 'page' ? 26 : 14} />
      <span className={cx(styles.words, 'tabular')}>{words}</span>
    </span>
  )
}

function Ring({ reading, size }: { reading: TimeLeftReading; size: number }) {
  if (reading.kind === 'none') {
    return null
  }
  const round = 2 * Math.PI * 6
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" className={styles.ring}>
      {reading.kind === 'paused' ? (
        <g fill="currentColor">
          <rect x="4" y="3" width="3" height="10" rx="1" />
          <rect x="9" y="3" width="3" height="10" rx="1" />
        </g>
      ) : (
        <g fill="none" strokeWidth="3">
          <circle cx="8" cy="8" r="6" stroke="currentColor" opacity="0.22" />
          {reading.kind === 'left' && (
            <circle
              cx="8"
              cy="8"
              r="6"
              stroke="currentColor"
              strokeDasharray={`${round * reading.share} ${round}`}
              transform="rotate(-90 8 8)"
            />
          )}
          {reading.kind === 'overdue' && (
            <path d="M8 4.4v4.2M8 11v.6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
          )}
        </g>
      )}
    </svg>
  )
}

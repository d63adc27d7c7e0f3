import type { ReactNode } from 'react'
import { useBusinessNow } from '../clock/clock'
import { exactTime, sayTime } from '../time'
import { cx } from './cx'
import styles from './History.module.css'

/** Something that happened, with who did it; `act` where it is a warning. */
export interface HistoryEntry {
  key: string
  at: string
  what: string
  /** Beside what happened: an amount, a name. */
  detail?: ReactNode
  words?: string | null
  by: string
  act?: boolean
}

/** Everything that happened, newest first; entries come in the order in which they happened. */
export function History({ entries }: { entries: HistoryEntry[] }) {
  const now = useBusinessNow()
  return (
    <ol className={styles.history}>
      {[...entries].reverse().map((entry) => (
        <li key={entry.key} className={cx(entry.act && styles.act)}>
          <time dateTime={entry.at} title={exactTime(entry.at)} className="tabular">
            {sayTime(entry.at, now)}
          </time>
          <div>
            <strong>{entry.what}</strong> {entry.detail}
            {entry.words != null && <p>{entry.words}</p>}
          </div>
          <span>{entry.by}</span>
        </li>
      ))}
    </ol>
  )
}

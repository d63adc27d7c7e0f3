import type { HistoryEntry } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { exactTime, sayTime } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { ticketCopy } from '../copy'
import styles from './History.module.css'

/** Everything that happened to a ticket, newest first; escalations stand out. */
export function History({ entries }: { entries: HistoryEntry[] }) {
  const t = ticketCopy.use()
  const now = useBusinessNow()
  const newestFirst = [...entries].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <ol className={styles.history}>
      {newestFirst.map((entry) => (
        <li
          key={entry.id}
          className={cx(
            entry.what === 'ESCALATED' && styles.escalated,
            entry.what === 'URGENT' && styles.urgent,
          )}
        >
          <time dateTime={entry.at} title={exactTime(entry.at)} className="tabular">
            {sayTime(entry.at, now)}
          </time>
          <div>
            <strong>{t.what[entry.what]}</strong> <Words entry={entry} />
            {entry.text !== null && <p>{entry.text}</p>}
          </div>
          <span className={styles.by}>{entry.by.kind === 'SYSTEM' ? t.system : entry.by.name}</span>
        </li>
      ))}
    </ol>
  )
}

function Words({ entry }: { entry: HistoryEntry }) {
  const t = ticketCopy.use()
  const answers: Record<string, string> = t.answer
  const channels: Record<string, string> = t.notifiedBy
  const words: string[] = []
  if (entry.what === 'ESCALATED' && entry.level !== null) {
    words.push(t.escalatedTo(t.level[entry.level], entry.unit?.name ?? ''))
  } else if (entry.unit !== null) {
    words.push(t.toUnit(entry.unit.name))
  }
  if (entry.person !== null) words.push(t.toPerson(entry.person.name))
  if (entry.what === 'ANSWERED' && typeof entry.data.kind === 'string')
    words.push(answers[entry.data.kind] ?? '')
  if (entry.what === 'NOTIFIED' && typeof entry.data.channel === 'string')
    words.push(channels[entry.data.channel] ?? '')
  return words.filter((word) => word !== '').join('，')
}

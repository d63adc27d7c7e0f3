import type { HistoryEntry } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { joinClauses } from '../../../shared/i18n'
import { exactTime, sayTime } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { ticketCopy } from '../copy'
import { climbedBy } from '../model'
import styles from './History.module.css'

/** Everything that happened to a ticket, newest first; what climbed for want of an answer stands out. */
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
            entry.what === 'ESCALATED' && climbedBy(entry) === 'ESCALATED' && styles.escalated,
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
  const words: (string | undefined)[] = []
  if (entry.what === 'ESCALATED' && entry.level !== null) {
    words.push(t.escalatedTo(t.climbed[climbedBy(entry)], t.level[entry.level], entry.unit?.name ?? ''))
  } else if (entry.unit !== null && WITH_UNIT.has(entry.what)) {
    words.push(t.toUnit(entry.unit.name))
  }
  if (entry.person !== null && WITH_PERSON.has(entry.what)) words.push(t.toPerson(entry.person.name))
  if (entry.what === 'ASSIGNED' && entry.person !== null) {
    words.push(t.assignedTo(entry.person.name, String(entry.data.open ?? 0), String(entry.data.of ?? 1)))
  }
  if (entry.what === 'ANSWERED') words.push(pick(t.answer, entry.data.kind))
  if (entry.what === 'NOTIFIED') words.push(pick(t.news, entry.data.news))
  if (entry.what === 'URGENT') words.push(pick(t.urgentReason, entry.data.reason))
  if (entry.what === 'CLOSED') words.push(pick(t.closeReason, entry.data.reason))
  return joinClauses(words.filter((word) => word !== undefined))
}

/** Steps by which the ticket changes hands; elsewhere unit and person only repeat who has it anyway. */
const WITH_UNIT = new Set(['OPENED', 'REDISPATCHED', 'RESUMED'])
const WITH_PERSON = new Set(['OPENED', 'NOTIFIED', 'REDISPATCHED', 'ESCALATED'])

function pick(words: Record<string, string>, key: unknown): string | undefined {
  return typeof key === 'string' ? words[key] : undefined
}

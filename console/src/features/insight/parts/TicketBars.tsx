import { Link } from 'react-router'
import type { TicketNumbers } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { cx, type Meaning } from '../../../shared/ui'
import { useCan } from '../../identity'
import { insightCopy } from '../copy'
import styles from './Bars.module.css'

interface Part {
  name: string
  count: number
  meaning: Meaning
  query: string
}

/** Open tickets twice: by the step they are at, and by the time that is left. */
export function TicketBars({ tickets, unit }: { tickets: TicketNumbers; unit: string }) {
  const t = insightCopy.use()
  const enough = Math.max(0, tickets.dispatched - tickets.dueSoon - tickets.overdue)
  return (
    <div className={styles.bars}>
      <p className={styles.total}>{t.ticketsOpen(sayNumber(tickets.open))}</p>
      <Bar
        unit={unit}
        parts={[
          { name: t.dispatched, count: tickets.dispatched, meaning: 'plain', query: 'phase=UNIT' },
          { name: t.waiting, count: tickets.waiting, meaning: 'stopped', query: 'phase=WAITING' },
          { name: t.replied, count: tickets.replied, meaning: 'good', query: 'phase=REPLIED' },
        ]}
      />
      <h3>{t.leftQuestion}</h3>
      <Bar
        unit={unit}
        parts={[
          { name: t.inTimeLeft, count: enough, meaning: 'good', query: 'phase=UNIT' },
          { name: t.dueSoon, count: tickets.dueSoon, meaning: 'watch', query: 'only=dueSoon' },
          { name: t.late, count: tickets.overdue, meaning: 'act', query: 'only=overdue' },
        ]}
      />
    </div>
  )
}

function Bar({ parts, unit }: { parts: Part[]; unit: string }) {
  const can = useCan()
  return (
    <>
      <div className={styles.bar} aria-hidden="true">
        {parts.map(
          (part) =>
            part.count > 0 && (
              <i key={part.name} className={styles[part.meaning]} style={{ flexGrow: part.count }} />
            ),
        )}
      </div>
      <ul className={styles.legend}>
        {parts.map((part) => (
          <li key={part.name}>
            <i className={cx(styles.key, styles[part.meaning])} />
            {can('ticket.read') ? (
              <Link to={`/tickets?view=all&${part.query}&unit=${unit}`}>{part.name}</Link>
            ) : (
              part.name
            )}
            <strong className="tabular">{sayNumber(part.count)}</strong>
          </li>
        ))}
      </ul>
    </>
  )
}

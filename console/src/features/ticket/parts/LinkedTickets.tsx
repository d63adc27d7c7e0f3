import { Link } from 'react-router'
import type { TicketBrief, TicketView } from '../../../api/types'
import { Section, Tag } from '../../../shared/ui'
import { caseCopy, ticketCopy } from '../copy'
import { kindName, STATE_MEANING, ticketPath } from '../model'
import styles from './LinkedTickets.module.css'

/** The ticket it went into, the mass event it belongs to, what it holds, and others of the same parcel. */
export function LinkedTickets({ ticket }: { ticket: TicketView }) {
  const t = caseCopy.use()
  const into = ticket.related.find((other) => other.number === ticket.mergedInto)
  const related = ticket.related.filter((other) => other !== into)
  const groups: [string, TicketBrief[]][] = [
    [t.parent, ticket.parent === null ? [] : [ticket.parent]],
    [t.children, ticket.children],
    [t.related, related],
  ]
  if (ticket.mergedInto === null && groups.every(([, all]) => all.length === 0)) return null
  return (
    <Section title={t.linked}>
      {ticket.mergedInto !== null && (
        <p>
          {t.mergedInto}{' '}
          {into === undefined ? (
            <Link to={`/tickets?view=all&q=${encodeURIComponent(ticket.mergedInto)}`} className="tabular">
              {ticket.mergedInto}
            </Link>
          ) : (
            <Link to={ticketPath(into.id)} className="tabular">
              {into.number}
            </Link>
          )}
        </p>
      )}
      {groups.map(([title, all]) => all.length > 0 && <Group key={title} title={title} tickets={all} />)}
    </Section>
  )
}

function Group({ title, tickets }: { title: string; tickets: TicketBrief[] }) {
  const words = ticketCopy.use()
  return (
    <div className={styles.group}>
      <h3>{title}</h3>
      <ul>
        {tickets.map((other) => (
          <li key={other.id}>
            <Link to={ticketPath(other.id)} className="tabular">
              {other.number}
            </Link>
            <span>{kindName(other)}</span>
            <Tag meaning={STATE_MEANING[other.state]}>{words.state[other.state]}</Tag>
          </li>
        ))}
      </ul>
    </div>
  )
}

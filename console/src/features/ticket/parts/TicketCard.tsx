import type { TicketRow } from '../../../api/types'
import { Tag, UnitName } from '../../../shared/ui'
import { caseCopy, ticketCopy } from '../copy'
import { kindName, STATE_MEANING } from '../model'
import styles from './TicketCard.module.css'
import { TicketTimeLeft } from './TicketTimeLeft'
import { WaybillOf } from './WaybillOf'

/** A ticket in three lines: the queue of the desk, and every list on a phone. */
export function TicketCard({ ticket, insideLink = false }: { ticket: TicketRow; insideLink?: boolean }) {
  const t = ticketCopy.use()
  const c = caseCopy.use()
  return (
    <div className={styles.card}>
      <div className={styles.line}>
        <TicketTimeLeft ticket={ticket} />
        <span className={styles.tags}>
          {ticket.urgent && (
            <Tag meaning="act" strong>
              {t.urgent}
            </Tag>
          )}
          {ticket.passedAround && <Tag meaning="act">{c.passedAround}</Tag>}
          {ticket.level !== 'OUTLET' && <Tag meaning="watch">{t.level[ticket.level]}</Tag>}
        </span>
      </div>
      <div className={styles.line}>
        {insideLink ? <span className="tabular">{ticket.number}</span> : <WaybillOf ticket={ticket} />}
        <span>{kindName(ticket)}</span>
      </div>
      <div className={styles.line}>
        <UnitName unit={ticket.unit} />
        <Tag meaning={STATE_MEANING[ticket.state]}>{t.state[ticket.state]}</Tag>
      </div>
    </div>
  )
}

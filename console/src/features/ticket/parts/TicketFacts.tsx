import type { ReactNode } from 'react'
import type { TicketView } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { MINUTE, sayDuration, sayNumber, sayTime } from '../../../shared/time'
import { UnitName } from '../../../shared/ui'
import { useCauses } from '../causes'
import { caseCopy, ticketCopy } from '../copy'
import styles from './TicketPanel.module.css'

/** Who has the ticket and who answers for it, where it came from, and how it was passed on. */
export function TicketFacts({ ticket }: { ticket: TicketView }) {
  const t = ticketCopy.use()
  const c = caseCopy.use()
  const now = useBusinessNow()
  const { contact } = ticket
  return (
    <dl className={styles.facts}>
      <Fact name={t.unit}>
        <UnitName unit={ticket.unit} withKind />
      </Fact>
      <Fact name={t.responsible}>{ticket.responsible?.name ?? t.nobody}</Fact>
      <Fact name={c.desk}>
        <UnitName unit={ticket.desk} />
      </Fact>
      {ticket.deskPerson !== null && <Fact name={c.deskPerson}>{ticket.deskPerson.name}</Fact>}
      {ticket.urgentPerson !== null && <Fact name={c.urgentPerson}>{ticket.urgentPerson.name}</Fact>}
      <Fact name={t.opened}>
        <span className="tabular">{sayTime(ticket.openedAt, now)}</span>
      </Fact>
      <Fact name={c.origin}>{c.origins[ticket.origin]}</Fact>
      <Fact name={t.limit}>
        <span className="tabular">{sayDuration(ticket.limitMinutes * MINUTE)}</span>
      </Fact>
      {ticket.handOvers > 0 && <Fact name={c.handOvers}>{c.times(sayNumber(ticket.handOvers))}</Fact>}
      {contact !== null && (
        <Fact name={c.contact}>
          <span className="tabular">
            {[contact.name, contact.phone].filter((part) => part !== null).join(' ')}
          </span>
        </Fact>
      )}
      {ticket.liability !== null && <Fact name={c.field.liability}>{c.liability[ticket.liability]}</Fact>}
      {ticket.causeCode !== null && (
        <Fact name={c.cause}>
          <CauseName code={ticket.causeCode} />
        </Fact>
      )}
      <Ending ticket={ticket} />
    </dl>
  )
}

function CauseName({ code }: { code: string }) {
  return useCauses().name(code)
}

function Ending({ ticket }: { ticket: TicketView }) {
  const t = ticketCopy.use()
  const c = caseCopy.use()
  const { endReason } = ticket
  if (ticket.closeReason !== null) return <Fact name={t.doClose}>{t.closeReason[ticket.closeReason]}</Fact>
  const reasons: Record<string, string> = ticket.state === 'REJECTED' ? c.reject : c.invalid
  const said = endReason === null ? undefined : reasons[endReason]
  return said === undefined ? null : <Fact name={c.end}>{said}</Fact>
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

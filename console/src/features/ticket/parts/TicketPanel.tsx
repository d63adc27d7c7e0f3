import type { TicketView } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { MINUTE, sayDuration, sayTime } from '../../../shared/time'
import { Section, Tag, UnitName } from '../../../shared/ui'
import { ticketCopy } from '../copy'
import { kindName, STATE_MEANING } from '../model'
import { Answers } from './Answers'
import { History } from './History'
import { LevelPath } from './LevelPath'
import { TicketActions } from './TicketActions'
import styles from './TicketPanel.module.css'
import { TicketTimeLeft } from './TicketTimeLeft'
import { WaybillOf } from './WaybillOf'

/** A whole ticket: how long is left, who has it, what may be done, what was found and what happened. */
export function TicketPanel({ ticket }: { ticket: TicketView }) {
  const t = ticketCopy.use()
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <div className={styles.title}>
          <WaybillOf ticket={ticket} large />
          <TicketTags ticket={ticket} />
        </div>
        <TicketTimeLeft ticket={ticket} size="page" />
        <TicketActions ticket={ticket} />
      </div>
      <LevelPath ticket={ticket} />
      <TicketFacts ticket={ticket} />
      <Section title={t.answers}>
        <Answers answers={ticket.answers} />
      </Section>
      <Section title={t.history}>
        <History entries={ticket.history} />
      </Section>
    </div>
  )
}

function TicketTags({ ticket }: { ticket: TicketView }) {
  const t = ticketCopy.use()
  return (
    <span className={styles.tags}>
      <Tag>{kindName(ticket)}</Tag>
      <Tag meaning={STATE_MEANING[ticket.state]}>{t.state[ticket.state]}</Tag>
      {ticket.urgent && (
        <Tag meaning="act" strong>
          {ticket.urgentReason === null ? t.urgent : t.urgentBecause(t.urgentReason[ticket.urgentReason])}
        </Tag>
      )}
      {ticket.urges > 0 && <Tag meaning="watch">{t.urged(ticket.urges)}</Tag>}
    </span>
  )
}

function TicketFacts({ ticket }: { ticket: TicketView }) {
  const t = ticketCopy.use()
  const now = useBusinessNow()
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t.unit}</dt>
        <dd>
          <UnitName unit={ticket.unit} withKind />
        </dd>
      </div>
      <div>
        <dt>{t.responsible}</dt>
        <dd>{ticket.responsible?.name ?? t.nobody}</dd>
      </div>
      <div>
        <dt>{t.opened}</dt>
        <dd className="tabular">{sayTime(ticket.openedAt, now)}</dd>
      </div>
      <div>
        <dt>{t.limit}</dt>
        <dd className="tabular">{sayDuration(ticket.limitMinutes * MINUTE)}</dd>
      </div>
      {ticket.closeReason !== null && (
        <div>
          <dt>{t.doClose}</dt>
          <dd>{t.closeReason[ticket.closeReason]}</dd>
        </div>
      )}
    </dl>
  )
}

import type { TicketView } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { Section, Tag } from '../../../shared/ui'
import { Why } from '../../triage'
import { caseCopy, ticketCopy } from '../copy'
import { atDesk, kindName, STATE_MEANING } from '../model'
import { Answers } from './Answers'
import { Clocks } from './Clocks'
import { Files } from './Files'
import { History } from './History'
import { LevelPath } from './LevelPath'
import { LinkedTickets } from './LinkedTickets'
import { MassOfTicket } from './MassOfTicket'
import { Messages } from './Messages'
import { Ratings } from './Ratings'
import { StagePath } from './StagePath'
import { TicketActions } from './TicketActions'
import { TicketFacts } from './TicketFacts'
import styles from './TicketPanel.module.css'
import { TicketTimeLeft } from './TicketTimeLeft'
import { WaybillOf } from './WaybillOf'

/** A whole ticket: how long is left, who has it, what may be done, what was found and what happened. */
export function TicketPanel({ ticket }: { ticket: TicketView }) {
  const t = ticketCopy.use()
  const c = caseCopy.use()
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
      {ticket.description !== '' && <p className={styles.description}>{ticket.description}</p>}
      <StagePath stages={ticket.stages} />
      <Clocks ticket={ticket} />
      <TicketFacts ticket={ticket} />
      {!atDesk(ticket.state) && <LevelPath ticket={ticket} />}
      {ticket.triage !== null && <Why triage={ticket.triage} />}
      {ticket.messages.length > 0 && (
        <Section title={c.messages}>
          <Messages messages={ticket.messages} />
        </Section>
      )}
      {ticket.ratings.length > 0 && (
        <Section title={c.ratings}>
          <Ratings ratings={ticket.ratings} />
        </Section>
      )}
      <Section title={t.answers}>
        <Answers answers={ticket.answers} />
      </Section>
      <Files ticket={ticket} />
      <Section title={t.history}>
        <History entries={ticket.history} />
      </Section>
      <MassOfTicket ticket={ticket} />
      <LinkedTickets ticket={ticket} />
    </div>
  )
}

function TicketTags({ ticket }: { ticket: TicketView }) {
  const t = ticketCopy.use()
  const c = caseCopy.use()
  return (
    <span className={styles.tags}>
      <Tag>{kindName(ticket)}</Tag>
      <Tag meaning={STATE_MEANING[ticket.state]}>{t.state[ticket.state]}</Tag>
      {ticket.urgent && (
        <Tag meaning="act" strong>
          {ticket.urgentReason === null ? t.urgent : t.urgentBecause(t.urgentReason[ticket.urgentReason])}
        </Tag>
      )}
      {ticket.repeatNumber > 1 && <Tag meaning="watch">{c.repeat(sayNumber(ticket.repeatNumber))}</Tag>}
      {ticket.reopens > 0 && <Tag meaning="act">{c.reopened(sayNumber(ticket.reopens))}</Tag>}
      {ticket.passedAround && <Tag meaning="act">{c.passedAround}</Tag>}
      {ticket.urges > 0 && <Tag meaning="watch">{t.urged(ticket.urges)}</Tag>}
    </span>
  )
}

import { ArrowLeftOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { Link } from 'react-router'
import type { AnswerKind, TicketView } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { HOUR, sayHours, sayTime } from '../../../shared/time'
import { ErrorState, SkeletonRows, Tag } from '../../../shared/ui'
import { parcelCopy, parcelPath } from '../../parcel'
import { kindName, TicketTimeLeft, ticketCopy, ticketPath, useTicket, WaybillOf } from '../../ticket'
import { outletCopy } from '../copy'
import { useAnswerQueue } from '../queue/useAnswerQueue'
import { AnswerStep } from './AnswerStep'
import { CaseSteps } from './CaseSteps'
import styles from './CaseView.module.css'
import { Choices } from './Choices'
import { Journey } from './Journey'
import { PendingCard } from './PendingCard'

/** One case: what it is about, the answer, and the parcel's whole way. */
export function CaseView({ id, onBack, onDone }: { id: string; onBack?: () => void; onDone: () => void }) {
  const t = outletCopy.use()
  const { data: ticket, error, refetch } = useTicket(id)
  const pending = useAnswerQueue().items.filter((item) => item.ticketId === id)
  return (
    <article className={styles.case}>
      {onBack !== undefined && (
        <button type="button" className={styles.back} onClick={onBack}>
          <ArrowLeftOutlined /> {t.back}
        </button>
      )}
      {error !== null && (
        <ErrorState error={error} onRetry={() => void refetch()} over={ticket !== undefined} />
      )}
      {pending.map((item) => (
        <PendingCard key={item.id} item={item} ticket={ticket} />
      ))}
      {ticket === undefined && error === null && <SkeletonRows rows={9} height={44} />}
      {ticket !== undefined && (
        <>
          <Head ticket={ticket} />
          {pending.length === 0 && <CaseSteps ticket={ticket} />}
          {pending.length === 0 && <AnswerArea ticket={ticket} onDone={onDone} />}
          {ticket.waybill !== null && <Journey waybill={ticket.waybill} />}
          <footer className={styles.links}>
            <Link to={ticketPath(ticket.id)}>{t.toTicket}</Link>
            {ticket.waybill !== null && <Link to={parcelPath(ticket.waybill)}>{t.toParcel}</Link>}
          </footer>
        </>
      )}
    </article>
  )
}

function Head({ ticket }: { ticket: TicketView }) {
  const t = outletCopy.use()
  const parcel = parcelCopy.use()
  const now = useBusinessNow()
  const { finding } = ticket
  const said = ticket.history.filter((entry) => entry.what === 'URGED' && entry.text !== null).at(-1)
  return (
    <header className={styles.head}>
      <div className={styles.top}>
        <TicketTimeLeft ticket={ticket} size="page" />
        {ticket.urgent && (
          <Tag meaning="act" strong>
            {t.urgentNow}
          </Tag>
        )}
      </div>
      <WaybillOf ticket={ticket} large />
      <p>
        {kindName(ticket)}
        {finding !== null && ticket.state !== 'CLOSED' && (
          <>
            {' '}
            ·{' '}
            {t.silentSince(
              sayTime(finding.silentSince, now),
              sayHours((now - Date.parse(finding.silentSince)) / HOUR),
            )}
          </>
        )}
      </p>
      {finding !== null && <p className={styles.soft}>{t.yours(parcel.rule[finding.responsibleRule])}</p>}
      {ticket.description !== '' && <blockquote>{ticket.description}</blockquote>}
      {ticket.urgentPerson !== null && <p className={styles.soft}>{t.watchedBy(ticket.urgentPerson.name)}</p>}
      {said?.text != null && <blockquote>{t.customerSays(said.by.name, said.text)}</blockquote>}
    </header>
  )
}

function AnswerArea({ ticket, onDone }: { ticket: TicketView; onDone: () => void }) {
  const t = outletCopy.use()
  const words = ticketCopy.use()
  const [kind, setKind] = useState<AnswerKind | null>(null)
  const [again, setAgain] = useState(false)
  if (!ticket.allowed.includes('ANSWER')) {
    if (ticket.allowed.includes('ACCEPT') || ticket.allowed.includes('GO_ON')) return null
    return <p className={styles.note}>{t.cannotAnswer}</p>
  }
  if (kind !== null) {
    return <AnswerStep ticket={ticket} kind={kind} onOther={() => setKind(null)} onDone={onDone} />
  }
  if (ticket.phase !== 'UNIT' && !again) {
    return (
      <div className={styles.note}>
        {ticket.lastAnswer !== null && (
          <p>{t.lastAnswer(ticket.lastAnswer.by.name, words.answer[ticket.lastAnswer.kind])}</p>
        )}
        <button type="button" onClick={() => setAgain(true)}>
          {t.answerAgain}
        </button>
      </div>
    )
  }
  return <Choices ticket={ticket} onChoose={setKind} />
}

import type { AnswerKind, TicketRow } from '../../../api/types'
import { answerKinds, sought, ticketCopy } from '../../ticket'
import { outletCopy } from '../copy'
import styles from './Choices.module.css'

/** What can have happened, big enough for a thumb in a glove. */
export function Choices({ ticket, onChoose }: { ticket: TicketRow; onChoose: (kind: AnswerKind) => void }) {
  const t = outletCopy.use()
  const words = ticketCopy.use()
  const asked = sought(ticket.kind) ? t.choose : t.chooseDone
  return (
    <section className={styles.choices} aria-label={asked}>
      <h2>{asked}</h2>
      <div>
        {answerKinds(ticket).map((kind) => (
          <button key={kind} type="button" onClick={() => onChoose(kind)}>
            <strong>{words.answer[kind]}</strong>
            <small>{words.answerHint[kind]}</small>
          </button>
        ))}
      </div>
    </section>
  )
}

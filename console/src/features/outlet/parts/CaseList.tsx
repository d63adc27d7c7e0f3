import type { TicketRow } from '../../../api/types'
import { cx, Tag, UnitName, WaybillDigits } from '../../../shared/ui'
import { kindName, TicketTimeLeft, ticketCopy } from '../../ticket'
import { outletCopy } from '../copy'
import { useAnswerQueue } from '../queue/useAnswerQueue'
import styles from './CaseList.module.css'

/** One thumb-sized card a case. */
export function CaseList({
  cases,
  chosen,
  onChoose,
}: {
  cases: TicketRow[]
  chosen: string | null
  onChoose: (id: string) => void
}) {
  const t = outletCopy.use()
  const words = ticketCopy.use()
  const { items } = useAnswerQueue()
  return (
    <ul className={styles.list} aria-label={t.listLabel}>
      {cases.map((row) => (
        <li key={row.id}>
          <button
            type="button"
            aria-current={row.id === chosen ? 'true' : undefined}
            className={cx(styles.card, row.id === chosen && styles.here)}
            onClick={() => onChoose(row.id)}
          >
            <span className={styles.line}>
              <TicketTimeLeft ticket={row} />
              {row.urgent && (
                <Tag meaning="act" strong>
                  {words.urgent}
                </Tag>
              )}
              {items.some((item) => item.ticketId === row.id) && <Tag meaning="watch">{t.pending}</Tag>}
            </span>
            <strong className={cx('tabular', styles.waybill)}>
              {row.waybill === null ? words.noParcel : <WaybillDigits waybill={row.waybill} />}
            </strong>
            <span className={styles.soft}>
              {kindName(row)} · <UnitName unit={row.unit} />
              {row.urges > 0 && ` · ${words.urged(row.urges)}`}
            </span>
            {row.lastAnswer !== null && (
              <span className={styles.soft}>
                {t.lastAnswer(row.lastAnswer.by.name, words.answer[row.lastAnswer.kind])}
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}

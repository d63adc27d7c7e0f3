import type { AppealAsked } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { Tag } from '../../../shared/ui'
import { appealCopy } from '../copy'
import styles from './Asked.module.css'

/** Which units were asked for evidence, and what they said. */
export function Asked({ asked }: { asked: AppealAsked[] }) {
  const t = appealCopy.use()
  const now = useBusinessNow()
  return (
    <ul className={styles.asked}>
      {asked.map((request) => (
        <li key={request.id}>
          <div>
            <strong>{t.askedOf(request.unit.name)}</strong>{' '}
            <span className="tabular">{sayTime(request.at, now)}</span>
          </div>
          <p>{request.note}</p>
          {request.answeredAt === null ? (
            <Tag meaning="watch">{t.waiting}</Tag>
          ) : (
            <p>
              <Tag meaning="good">
                {t.answered(request.answeredBy ?? '', sayTime(request.answeredAt, now))}
              </Tag>{' '}
              {request.answer}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

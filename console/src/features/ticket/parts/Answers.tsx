import { Image } from 'antd'
import type { Answer } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { fileUrl } from '../../../shared/files'
import { sayTime } from '../../../shared/time'
import { ticketCopy } from '../copy'
import styles from './Answers.module.css'

/** What the responsible units found, newest first, with their photos. */
export function Answers({ answers }: { answers: Answer[] }) {
  const t = ticketCopy.use()
  if (answers.length === 0) {
    return <p className={styles.none}>{t.answersNone}</p>
  }
  const newestFirst = [...answers].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <ul className={styles.answers}>
      {newestFirst.map((answer) => (
        <li key={answer.id}>
          <OneAnswer answer={answer} />
        </li>
      ))}
    </ul>
  )
}

function OneAnswer({ answer }: { answer: Answer }) {
  const t = ticketCopy.use()
  const now = useBusinessNow()
  return (
    <>
      <p>
        <strong>{t.answer[answer.kind]}</strong>
        {answer.until !== null && <span> {t.until(sayTime(answer.until, now))}</span>}
        {answer.misdirectedTo !== null && <span> {t.misdirectedTo(answer.misdirectedTo.name)}</span>}
        <small className="tabular">
          {answer.by.name} · {sayTime(answer.at, now)}
        </small>
      </p>
      {answer.remark !== null && <p className={styles.remark}>{answer.remark}</p>}
      {answer.photos.length > 0 && (
        <Image.PreviewGroup>
          <div className={styles.photos}>
            {answer.photos.map((photo, index) => (
              <Image
                key={photo.id}
                src={fileUrl(photo)}
                alt={t.photo(index + 1)}
                width={96}
                height={96}
                style={{ objectFit: 'cover', borderRadius: 6 }}
              />
            ))}
          </div>
        </Image.PreviewGroup>
      )}
    </>
  )
}

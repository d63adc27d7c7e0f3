import type { AppealReply, AppealView } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { EmptyState, Section, Tag } from '../../../shared/ui'
import { appealCopy } from '../copy'
import styles from './Replies.module.css'

/** Our answers, beside what the authority wrote; who wrote, checked and sent each. */
export function Replies({ view }: { view: AppealView }) {
  const t = appealCopy.use()
  if (view.replies.length === 0) {
    return (
      <Section title={t.replyText(view.appeal.round)}>
        <EmptyState title={t.noReply}>{t.noReplyHint}</EmptyState>
      </Section>
    )
  }
  return (
    <div className={styles.replies}>
      {view.replies.map((reply) => (
        <Section
          key={reply.round}
          title={t.replyText(reply.round)}
          extra={
            <Tag meaning={reply.liability === 'NOT_LIABLE' ? 'plain' : 'watch'} strong>
              {t.liability[reply.liability]}
            </Tag>
          }
        >
          <p className={styles.text}>{reply.text}</p>
          <Proof reply={reply} />
        </Section>
      ))}
    </div>
  )
}

function Proof({ reply }: { reply: AppealReply }) {
  const t = appealCopy.use()
  const now = useBusinessNow()
  return (
    <>
      <ul className={styles.who}>
        <li>{t.replyBy(reply.author, sayTime(reply.at, now))}</li>
        <li>
          {reply.checkedAt === null || reply.checkedBy === null
            ? t.notChecked
            : t.checkedBy(reply.checkedBy, sayTime(reply.checkedAt, now))}
        </li>
        <li>
          {reply.sentAt === null || reply.sentBy === null
            ? t.notSent
            : t.sentBy(reply.sentBy, sayTime(reply.sentAt, now))}
          {reply.reference !== null && ` · ${t.reference(reply.reference)}`}
        </li>
      </ul>
      <p className={styles.attached}>{t.evidenceCount(reply.files)}</p>
      {reply.timeline.length === 0 ? (
        <p className={styles.attached}>{t.timeline(0)}</p>
      ) : (
        <details className={styles.attached}>
          <summary>{t.timeline(reply.timeline.length)}</summary>
          <ol>
            {reply.timeline.map((scan) => (
              <li key={`${scan.at} ${scan.type} ${scan.site}`}>
                <span className="tabular">{sayTime(scan.at, now)}</span> {scan.word} {scan.siteName}
              </li>
            ))}
          </ol>
        </details>
      )}
    </>
  )
}

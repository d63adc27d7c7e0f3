import { useState } from 'react'
import { ApiProblem } from '../../../api/problem'
import type { CaseAnswer, CustomerCase } from '../../../api/types'
import { useLocale } from '../../../shared/i18n'
import { sayProblem } from '../../../shared/problems'
import { sayTime } from '../../../shared/time'
import { cx } from '../../../shared/ui/cx'
import { type Asked, actOnCase, type CaseAct, rateCase, writeCase } from '../api'
import { trackingCopy } from '../copy'
import styles from '../TrackPage.module.css'
import { CaseRating } from './CaseRating'
import { CaseWriter } from './CaseWriter'

interface Props {
  one: CustomerCase
  now: number
  asked: Asked
  onAnswer: (answer: CaseAnswer) => void
}

/** One case: how far it is, what comes next, what was said, and what the customer may do. */
export function CaseCard({ one, now, asked, onAnswer }: Props) {
  const t = trackingCopy.use().cases
  const english = useLocale() === 'en'
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [writing, setWriting] = useState<'message' | 'dispute' | 'withdraw' | null>(null)
  const { may } = one

  async function send(work: Promise<CaseAnswer>) {
    setBusy(true)
    setProblem(null)
    try {
      onAnswer(await work)
      setWriting(null)
    } catch (caught) {
      setProblem(caught instanceof ApiProblem ? caught : new ApiProblem(500, 'UNEXPECTED'))
    } finally {
      setBusy(false)
    }
  }

  const act = (what: CaseAct, text = '') => void send(actOnCase(asked, what, one.number, text))

  return (
    <article className={cx(styles.case, one.waitsForYou && styles.act)}>
      <header>
        <h3>{english ? one.kindEn : one.kindZh}</h3>
        <p className={cx(styles.hint, 'tabular')}>
          {t.number(one.number)} · {t.opened(sayTime(one.openedAt, now))}
        </p>
      </header>
      <ol className={styles.progress}>
        {one.steps.map(({ step, mark }) => (
          <li
            key={step}
            className={cx(mark === 'DONE' && styles.stepDone, mark === 'NOW' && styles.stepNow)}
            aria-current={mark === 'NOW' ? 'step' : undefined}
          >
            {t.step[step]}
            <span className={styles.spoken}> {t.mark[mark]}</span>
          </li>
        ))}
      </ol>
      <Standing one={one} now={now} />
      {one.messages.length > 0 && (
        <ul className={styles.messages} aria-label={t.messages}>
          {one.messages.map((said, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: messages are only ever added
            <li key={at} className={cx(said.fromYou && styles.mine)}>
              <span className={styles.hint}>
                {said.fromYou ? t.you : t.us} · {sayTime(said.at, now)}
              </span>
              <p>{said.text}</p>
              {said.photos > 0 && <span className={styles.hint}>{t.photosSent(said.photos)}</span>}
            </li>
          ))}
        </ul>
      )}
      {problem !== null && (
        <p role="alert" className={styles.alert}>
          {sayProblem(problem)}
        </p>
      )}
      {writing !== null && (
        <CaseWriter
          ask={t.ask[writing]}
          busy={busy}
          needed={writing !== 'withdraw'}
          photos={writing === 'message'}
          onSend={(text, photos) =>
            writing === 'message' ? void send(writeCase(asked, one.number, text, photos)) : act(writing, text)
          }
          onCancel={() => setWriting(null)}
        />
      )}
      {writing === null && (may.confirm || may.dispute) && (
        <div className={styles.choice}>
          <strong>{t.right}</strong>
          {may.confirm && (
            <button type="button" className={styles.primary} disabled={busy} onClick={() => act('confirm')}>
              {t.confirm}
            </button>
          )}
          {may.dispute && (
            <button
              type="button"
              className={styles.second}
              disabled={busy}
              onClick={() => setWriting('dispute')}
            >
              {t.dispute}
            </button>
          )}
          {one.disputeUntil !== null && (
            <p className={styles.hint}>{t.disputeHint(sayTime(one.disputeUntil, now))}</p>
          )}
        </div>
      )}
      {writing === null && (
        <div className={styles.acts}>
          {may.message && (
            <button
              type="button"
              className={styles.plain}
              disabled={busy}
              onClick={() => setWriting('message')}
            >
              {t.write}
            </button>
          )}
          {may.urge && (
            <button type="button" className={styles.plain} disabled={busy} onClick={() => act('urge')}>
              {t.urge}
            </button>
          )}
          {may.withdraw && (
            <button
              type="button"
              className={styles.plain}
              disabled={busy}
              onClick={() => setWriting('withdraw')}
            >
              {t.withdraw}
            </button>
          )}
        </div>
      )}
      {(may.rate || one.rating !== null) && (
        <CaseRating
          key={one.rating?.stars}
          rating={one.rating}
          open={may.rate}
          busy={busy}
          onRate={(stars, text) => void send(rateCase(asked, one.number, stars, text))}
        />
      )}
    </article>
  )
}

/** What is done now or came out, and by when the next step comes. */
function Standing({ one, now }: { one: CustomerCase; now: number }) {
  const t = trackingCopy.use().cases
  const passed = one.nextBy !== null && Date.parse(one.nextBy) <= now
  return (
    <div>
      <p className={styles.standing}>
        {one.result !== null ? t.result[one.result] : one.waitsForYou ? t.waits : (one.doing ?? t.working)}
      </p>
      {one.into !== null && <p>{t.into(one.into)}</p>}
      {one.nextBy !== null && (
        <p className={styles.hint}>
          {passed
            ? t.nextPassed
            : one.waitsForYou
              ? t.waitsUntil(sayTime(one.nextBy, now))
              : t.next(sayTime(one.nextBy, now))}
        </p>
      )}
    </div>
  )
}

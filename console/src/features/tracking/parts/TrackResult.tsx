import { useEffect, useRef } from 'react'
import type { ApiProblem } from '../../../api/problem'
import type { Doing, TrackAnswer } from '../../../api/types'
import { sayTime } from '../../../shared/time'
import { cx } from '../../../shared/ui/cx'
import { claimCopy } from '../claim/copy'
import { trackingCopy } from '../copy'
import { plainPlace, sayPlace } from '../model'
import styles from '../TrackPage.module.css'
import { Cases } from './Cases'
import { Trouble } from './Trouble'

/** What the time behind a state means to the one who waits. */
const UNTIL: Partial<Record<Doing, 'answer' | 'arrive' | 'wait'>> = {
  CONTACTING_OUTLET: 'answer',
  SEARCHING: 'answer',
  FOUND_DAMAGED: 'answer',
  WAITING_FOR_YOU: 'wait',
  AT_STATION: 'wait',
}
const NEEDS_CARE = new Set<Doing>([
  'ON_ROAD_LONG',
  'CONTACTING_OUTLET',
  'SEARCHING',
  'FOUND_DAMAGED',
  'WAITING_FOR_YOU',
])

interface Props {
  answer: TrackAnswer
  phoneLast4: string
  busy: boolean
  problem: ApiProblem | null
  onRefresh: () => void
  onAnother: () => void
  onClaim: () => void
}

export function TrackResult({ answer, phoneLast4, busy, problem, onRefresh, onAnother, onClaim }: Props) {
  const t = trackingCopy.use()
  const claim = claimCopy.use()
  const head = useRef<HTMLHeadingElement>(null)
  const { doing, place } = answer
  const now = Date.parse(answer.now)
  const steps = [...answer.steps].sort((a, b) => b.at.localeCompare(a.at))
  const done = doing.code === 'DELIVERED'

  useEffect(() => {
    head.current?.focus()
  }, [])

  return (
    <div className={styles.answer}>
      {problem !== null && <Trouble problem={problem} />}
      <section
        className={cx(styles.doing, NEEDS_CARE.has(doing.code) && styles.act, done && styles.good)}
        aria-live="polite"
      >
        <p className={cx(styles.hint, 'tabular')}>{t.forWaybill(answer.waybill)}</p>
        <h1 ref={head} tabIndex={-1}>
          {t.doing[doing.code]}
        </h1>
        <Until answer={answer} />
        <p className={styles.hint}>{t.meaning[doing.code]}</p>
        <dl className={styles.facts}>
          <div>
            <dt>{t.where}</dt>
            <dd>{place === null ? t.unknownPlace : sayPlace(place)}</dd>
          </div>
          {answer.lastAt !== null && (
            <div>
              <dt>{t.lastAt}</dt>
              <dd>{sayTime(answer.lastAt, now)}</dd>
            </div>
          )}
          {answer.promisedAt !== null && !done && (
            <div>
              <dt>{t.promised}</dt>
              <dd>
                {sayTime(answer.promisedAt, now)}
                {answer.late && <span className={styles.late}> {t.late}</span>}
              </dd>
            </div>
          )}
        </dl>
      </section>
      <Cases key={answer.now} waybill={answer.waybill} phoneLast4={phoneLast4} />
      <section className={styles.steps}>
        <h2>{t.steps}</h2>
        {steps.length === 0 && <p className={styles.hint}>{t.noSteps}</p>}
        <ol>
          {steps.map((step) => (
            <li key={`${step.at} ${step.type}`}>
              {t.step[step.type]}
              {step.place !== null && ` · ${plainPlace(step.place)}`}
              <time dateTime={step.at}>{sayTime(step.at, now)}</time>
            </li>
          ))}
        </ol>
      </section>
      <button type="button" className={styles.second} onClick={onClaim}>
        {claim.link}
      </button>
      <div className={styles.buttons}>
        <button type="button" className={styles.plain} onClick={onAnother}>
          {t.another}
        </button>
        <button type="button" className={styles.plain} onClick={onRefresh} disabled={busy}>
          {busy ? t.looking : t.refresh}
        </button>
      </div>
    </div>
  )
}

/** The time that was promised; once it has passed, that it has. */
function Until({ answer }: { answer: TrackAnswer }) {
  const t = trackingCopy.use()
  const { code, until } = answer.doing
  if (until === null) {
    return null
  }
  const now = Date.parse(answer.now)
  const kind = UNTIL[code] ?? 'arrive'
  const passed = Date.parse(until) <= now
  if (passed && kind !== 'answer') {
    return null
  }
  return <p className={styles.until}>{passed ? t.untilPassed : t.until[kind](sayTime(until, now))}</p>
}

import { useEffect, useRef, useState } from 'react'
import type { PublicClaim, PublicClaims } from '../../../api/types'
import { businessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { cx } from '../../../shared/ui/cx'
import track from '../TrackPage.module.css'
import { giveEvidence } from './api'
import styles from './Claim.module.css'
import { claimCopy } from './copy'
import { Field } from './Field'
import { isOver, shown } from './model'
import { Amount, Answers } from './Offer'
import { PayeeQuestion, sayPayee } from './PayeeQuestion'
import { Trouble } from './Trouble'
import { Uploads } from './Uploads'
import { useWork } from './useWork'

/** How many of the four pictures lie behind; null where there is no way further. */
const DONE: Record<PublicClaim['state'], number | null> = {
  DRAFT: 0,
  TO_EXAMINE: 1,
  WAITING_FOR_EVIDENCE: 1,
  TO_APPROVE: 1,
  UNDER_REVIEW: 1,
  OFFERED: 2,
  PAYING: 3,
  PAYEE_WRONG: 3,
  PAID: 4,
  REFUSED: null,
  WITHDRAWN: null,
}
/** Files are taken while somebody may still look at them. */
const TAKES_FILES = new Set<PublicClaim['state']>(['TO_EXAMINE', 'WAITING_FOR_EVIDENCE', 'UNDER_REVIEW'])

interface Props {
  view: PublicClaims
  claim: PublicClaim
  busy: boolean
  onView: (view: PublicClaims) => void
  onRefresh: () => void
  onFresh: () => void
}

/** Where the claim stands, what it waits for, what was decided and what may be said to it. */
export function Progress({ view, claim, busy, onView, onRefresh, onFresh }: Props) {
  const t = claimCopy.use()
  const p = t.progress
  const heading = useRef<HTMLHeadingElement>(null)
  const now = businessNow()
  const done = DONE[claim.state]
  const others = view.claims.filter(({ number }) => number !== claim.number)

  // biome-ignore lint/correctness/useExhaustiveDependencies: read aloud again whenever it moves on
  useEffect(() => heading.current?.focus(), [claim.state])

  return (
    <div className={track.answer}>
      <section
        className={cx(
          track.doing,
          (claim.state === 'WAITING_FOR_EVIDENCE' ||
            claim.state === 'PAYEE_WRONG' ||
            claim.state === 'OFFERED') &&
            track.act,
          claim.state === 'PAID' && track.good,
        )}
        aria-live="polite"
      >
        <p className={cx(styles.soft, 'tabular')}>{p.number(claim.number)}</p>
        <h1 ref={heading} tabIndex={-1}>
          {t.state[claim.state]}
        </h1>
        {claim.answerBy !== null && (
          <p className={track.until}>
            {Date.parse(claim.answerBy) > now ? p.answerBy(sayTime(claim.answerBy, now)) : p.answerLate}
          </p>
        )}
        {done !== null && <Picture done={done} />}
        {claim.answer !== null && (
          <p className={styles.words}>
            <strong>{p.answer}</strong>
            <br />
            {claim.answer}
          </p>
        )}
        <Amount claim={claim} />
      </section>
      {claim.state === 'PAYEE_WRONG' && (
        <section className={styles.block}>
          <h2>{t.payee.title}</h2>
          <p>{t.payee.wrong}</p>
          <PayeeQuestion proof={view.proof} claim={claim} onView={onView} />
        </section>
      )}
      {TAKES_FILES.has(claim.state) && <More proof={view.proof} claim={claim} onView={onView} />}
      {claim.state !== 'PAYEE_WRONG' && claim.payeeAccount !== null && (
        <p className={styles.soft}>
          {p.paidTo} {sayPayee(claim, t.payee)}
        </p>
      )}
      {(claim.state === 'OFFERED' || claim.state === 'TO_EXAMINE') && claim.payeeAccount === null && (
        <section className={styles.block}>
          <h2>{t.payee.title}</h2>
          <PayeeQuestion proof={view.proof} claim={claim} onView={onView} />
        </section>
      )}
      <Answers key={claim.number} proof={view.proof} claim={claim} onView={onView} />
      <section className={track.steps}>
        <h2>{p.history}</h2>
        <ol>
          {[...claim.steps].reverse().map((step, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be of one moment
            <li key={at}>
              {t.state[step.state]}
              <time dateTime={step.at}>{sayTime(step.at, now)}</time>
            </li>
          ))}
        </ol>
      </section>
      {others.length > 0 && (
        <section className={styles.block}>
          <h2>{p.others}</h2>
          <ul>
            {others.map((other) => (
              <li key={other.number}>
                {p.number(other.number)} · {t.state[other.state]}
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className={track.buttons}>
        {isOver(claim) && (
          <button type="button" className={track.plain} onClick={onFresh}>
            {p.fresh}
          </button>
        )}
        <button type="button" className={track.plain} disabled={busy} onClick={onRefresh}>
          {p.refresh}
        </button>
      </div>
    </div>
  )
}

/** The way from handing in to the money, in four parts. */
function Picture({ done }: { done: number }) {
  const p = claimCopy.use().progress
  const at = Math.min(done, p.steps.length - 1)
  return (
    <>
      <p className={styles.hidden}>{p.of(at + 1, p.steps[at] ?? '')}</p>
      <ol className={cx(track.progress, styles.way)} aria-hidden="true">
        {p.steps.map((name, index) => (
          <li
            key={name}
            className={index < done ? track.stepDone : index === done ? track.stepNow : undefined}
          >
            {name}
          </li>
        ))}
      </ol>
    </>
  )
}

interface MoreProps {
  proof: string
  claim: PublicClaim
  onView: (view: PublicClaims) => void
}

/** What we asked for, or what may be added unasked; files go at once, words with the button. */
function More({ proof, claim, onView }: MoreProps) {
  const p = claimCopy.use().progress
  const { busy, problem, run } = useWork()
  const [words, setWords] = useState('')
  const isAsked = claim.state === 'WAITING_FOR_EVIDENCE'

  async function send() {
    const view = await run(() => giveEvidence(proof, words))
    if (view === null) return
    setWords('')
    onView(view)
  }

  if (!isAsked && !claim.needs.some((need) => shown(need).length > 0)) return null
  return (
    <section className={styles.block}>
      <h2>{isAsked ? p.asked : p.more}</h2>
      <Uploads proof={proof} claim={claim} onView={onView} />
      {isAsked && (
        <form
          className={track.question}
          onSubmit={(event) => {
            event.preventDefault()
            void send()
          }}
        >
          <Field title={p.words}>
            {(tied) => (
              <textarea
                {...tied}
                rows={3}
                maxLength={1000}
                value={words}
                onChange={(event) => setWords(event.target.value)}
              />
            )}
          </Field>
          <Trouble problem={problem} />
          <button type="submit" className={track.primary} disabled={busy}>
            {busy ? p.sending : p.sent}
          </button>
        </form>
      )}
    </section>
  )
}

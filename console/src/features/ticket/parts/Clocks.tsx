import type { TicketView } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayDuration, sayTime } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { caseCopy } from '../copy'
import styles from './Clocks.module.css'

/** The stage's own clock, which may stand still, beside the period of law, which never does. */
export function Clocks({ ticket }: { ticket: TicketView }) {
  const t = caseCopy.use()
  if (ticket.clock === null && ticket.statutoryDueAt === null) return null
  return (
    <div className={styles.clocks}>
      <section className={styles.clock} aria-label={t.internal}>
        <h3>{t.internal}</h3>
        <StageClock clock={ticket.clock} />
      </section>
      {ticket.statutoryDueAt !== null && (
        <LawClock dueAt={ticket.statutoryDueAt} ended={ticket.phase === 'ENDED'} />
      )}
    </div>
  )
}

function StageClock({ clock }: { clock: TicketView['clock'] }) {
  const t = caseCopy.use()
  const now = useBusinessNow()
  if (clock === null) return <p>{t.noClock}</p>
  const share = clock.limitSeconds === 0 ? 1 : Math.min(1, clock.usedSeconds / clock.limitSeconds)
  return (
    <>
      <p>
        <strong>{t.internalOf(t.stage[clock.stage], t.party[clock.party])}</strong>
      </p>
      <span className={styles.bar} aria-hidden="true">
        <span
          className={cx(share >= 1 && styles.over, clock.paused !== null && styles.paused)}
          style={{ width: `${share * 100}%` }}
        />
      </span>
      <p className="tabular">
        {t.used(sayDuration(clock.usedSeconds * 1000), sayDuration(clock.limitSeconds * 1000))}
      </p>
      <p className={cx('tabular', styles.soft)}>
        {clock.paused !== null
          ? t.pausedFor(t.paused[clock.paused])
          : clock.dueAt !== null && t.dueBy(sayTime(clock.dueAt, now))}
      </p>
    </>
  )
}

function LawClock({ dueAt, ended }: { dueAt: string; ended: boolean }) {
  const t = caseCopy.use()
  const now = useBusinessNow()
  const left = Date.parse(dueAt) - now
  return (
    <section className={cx(styles.clock, styles.law)} aria-label={t.statutory}>
      <h3>{t.statutory}</h3>
      {!ended && (
        <p className={cx(styles.days, left < 0 && styles.late)}>
          {left < 0 ? t.statutoryOver(sayDuration(-left)) : t.statutoryLeft(sayDuration(left))}
        </p>
      )}
      <p className="tabular">{t.dueBy(sayTime(dueAt, now))}</p>
      <p className={styles.soft}>{t.statutoryNote}</p>
    </section>
  )
}

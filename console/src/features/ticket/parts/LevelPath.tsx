import type { TicketLevel, TicketView } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { cx, UnitName } from '../../../shared/ui'
import { ticketCopy } from '../copy'
import { escalations } from '../model'
import styles from './LevelPath.module.css'

const LEVELS: TicketLevel[] = ['OUTLET', 'REGION', 'HEADQUARTERS']

/** Outlet, region, headquarters: who had the ticket, since when, and who has it now. */
export function LevelPath({ ticket }: { ticket: TicketView }) {
  const t = ticketCopy.use()
  const now = useBusinessNow()
  const here = LEVELS.indexOf(ticket.level)
  const steps = escalations(ticket)
  return (
    <ol className={styles.path} aria-label={t.levelPath}>
      {LEVELS.map((level, index) => {
        const step = steps.find((candidate) => candidate.level === level)
        const closed = ticket.state === 'CLOSED'
        const left = steps.find((candidate) => LEVELS.indexOf(candidate.level) > index)?.why ?? 'ESCALATED'
        return (
          <li
            key={level}
            className={cx(
              index < here && styles.passed,
              index < here && left === 'ESCALATED' && styles.late,
              index === here && !closed && styles.here,
            )}
            aria-current={index === here ? 'step' : undefined}
          >
            <strong>{t.level[level]}</strong>
            {step !== undefined && (
              <span className={styles.when}>
                {step.unit !== null && <UnitName unit={step.unit} />}
                <span className="tabular">{sayTime(step.at, now)}</span>
              </span>
            )}
            {index < here && <em>{t.climbed[left]}</em>}
            {index === here && !closed && <em>{t.levelHere}</em>}
          </li>
        )
      })}
    </ol>
  )
}

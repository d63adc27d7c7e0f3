import type { TicketView } from '../../../api/types'
import { joinClauses } from '../../../shared/i18n'
import { MINUTE, sayDuration } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { caseCopy } from '../copy'
import styles from './StagePath.module.css'

/** The way that the SOP lays out, left to right: whose each stage is, how long it has, and where the ticket stands. */
export function StagePath({ stages }: { stages: TicketView['stages'] }) {
  const t = caseCopy.use()
  if (stages.length === 0) return null
  return (
    <ol className={styles.path} aria-label={t.stages}>
      {stages.map((stage) => (
        <li
          key={stage.stage}
          className={cx(stage.done && styles.done, stage.now && styles.now)}
          aria-current={stage.now ? 'step' : undefined}
          title={
            stage.requires.length === 0
              ? undefined
              : t.needs(joinClauses(stage.requires.map((one) => t.requirement[one])))
          }
        >
          <span className={styles.dot} aria-hidden="true">
            {stage.done ? '✓' : ''}
          </span>
          <strong>{t.stage[stage.stage]}</strong>
          <span>{t.party[stage.party]}</span>
          <span className="tabular">{t.stageLimit(sayDuration(stage.limitMinutes * MINUTE))}</span>
          {stage.now && <em>{t.stageNow}</em>}
          {stage.done && !stage.now && <span className="visually-hidden">{t.stageDone}</span>}
        </li>
      ))}
    </ol>
  )
}

import type { AppealStep } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { exactTime, sayTime } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { appealCopy } from '../copy'
import styles from './History.module.css'

/** Everything that happened to an appeal, newest first. */
export function History({ steps }: { steps: AppealStep[] }) {
  const t = appealCopy.use()
  const now = useBusinessNow()
  return (
    <ol className={styles.history}>
      {[...steps].reverse().map((step) => (
        <li
          key={step.id}
          className={cx(step.data.kind === 'OVERDUE' || step.data.kind === 'STILL_OVERDUE' ? styles.act : '')}
        >
          <time dateTime={step.at} title={exactTime(step.at)} className="tabular">
            {sayTime(step.at, now)}
          </time>
          <div>
            <strong>{t.what[step.what]}</strong> <Detail step={step} />
            {step.text !== null && <p>{step.text}</p>}
          </div>
          <span>{step.by === 'waypost' ? t.platform : step.by}</span>
        </li>
      ))}
    </ol>
  )
}

function Detail({ step }: { step: AppealStep }) {
  const t = appealCopy.use()
  const { data } = step
  switch (step.what) {
    case 'ASSIGNED':
      return typeof data.person === 'string' ? data.person : null
    case 'DRAFTED':
      return pick(t.liability, data.liability)
    case 'CLOSED':
    case 'WITHDRAWN':
      return pick(t.finding, data.finding)
    case 'REMINDED':
      return pick(t.reminder, data.kind)
    default:
      return null
  }
}

function pick(words: Record<string, string>, key: unknown): string | null {
  return typeof key === 'string' ? (words[key] ?? null) : null
}

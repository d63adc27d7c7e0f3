import type { ClaimStep } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayFen } from '../../../shared/money'
import { exactTime, sayTime } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { claimCopy } from '../copy'
import styles from './History.module.css'

/** Everything that happened to a claim, newest first. */
export function History({ steps }: { steps: ClaimStep[] }) {
  const t = claimCopy.use()
  const now = useBusinessNow()
  const who = (person: string) =>
    person === 'waypost' ? t.platform : person === 'customer' ? t.customer : person
  return (
    <ol className={styles.history}>
      {[...steps].reverse().map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps have no number, and two may share a moment
        <li key={`${step.at} ${index}`} className={cx(step.what === 'OVERDUE' && styles.act)}>
          <time dateTime={step.at} title={exactTime(step.at)} className="tabular">
            {sayTime(step.at, now)}
          </time>
          <div>
            <strong>{t.did[step.what]}</strong>{' '}
            {typeof step.data.fen === 'number' && <span className="tabular">{sayFen(step.data.fen)}</span>}
            {step.words !== null && <p>{step.words}</p>}
          </div>
          <span>{who(step.person)}</span>
        </li>
      ))}
    </ol>
  )
}

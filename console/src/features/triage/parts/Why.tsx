import { sayNumber } from '../../../shared/time'
import { Section } from '../../../shared/ui'
import { useKinds } from '../../ticket'
import type { TriageView } from '../api'
import { triageCopy } from '../copy'
import styles from '../Triage.module.css'
import { sayFinding, sayRaised, sayWhy } from '../words'

/** Why a ticket went, or would go, where it does: the rule, what it looked at, and why not the rules before it. */
export function Why({ triage }: { triage: TriageView }) {
  const t = triageCopy.use()
  return (
    <Section title={t.why}>
      <WhyWords triage={triage} />
    </Section>
  )
}

export function WhyWords({ triage }: { triage: TriageView }) {
  const t = triageCopy.use()
  const kinds = useKinds()
  const raised = sayRaised(triage, kinds.name)
  return (
    <div className={styles.why}>
      <p>{sayWhy(triage, kinds.name)}</p>
      {raised !== '' && <p className={styles.raised}>{raised}</p>}
      {triage.before.length > 0 && (
        <details>
          <summary>{t.others(sayNumber(triage.before.length))}</summary>
          <ol>
            {triage.before.map((passed) => (
              <li key={`${passed.name} ${passed.failed.aspect} ${passed.failed.wanted.join()}`}>
                <strong>{passed.name}</strong> {sayFinding(passed.failed, kinds.name)}
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  )
}

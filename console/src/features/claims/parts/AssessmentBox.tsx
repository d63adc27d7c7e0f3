import type { Assessment } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { Section, Tag } from '../../../shared/ui'
import { claimCopy } from '../copy'
import styles from './Drawer.module.css'
import { Tree } from './Tree'

const MEANING = { OWED: 'good', NOTHING_OWED: 'stopped', MORE_EVIDENCE: 'watch', CANNOT_TELL: 'act' } as const
const STAGES = ['APPLY', 'EXAMINE', 'PAY'] as const

/** What the standard says is owed, why, and what is still missing by stage. */
export function AssessmentBox({ assessment }: { assessment: Assessment | null }) {
  const t = claimCopy.use()
  const a = t.assessment
  if (assessment === null) {
    return (
      <Section title={a.title}>
        <p className={styles.faint}>{a.none}</p>
      </Section>
    )
  }
  return (
    <Section title={a.title} extra={<span className={styles.faint}>{a.version(assessment.version)}</span>}>
      <div className={styles.parts}>
        <p>
          <Tag meaning={MEANING[assessment.verdict]} strong>
            {t.verdicts[assessment.verdict]}
          </Tag>{' '}
          {assessment.verdict !== 'CANNOT_TELL' && (
            <strong className="tabular">{sayFen(assessment.amountFen)}</strong>
          )}{' '}
          <span className={styles.faint}>{t.reasons[assessment.reason]}</span>
        </p>
        {assessment.ceilingFen !== null && (
          <p className={styles.faint}>{a.ceiling(sayFen(assessment.ceilingFen))}</p>
        )}
        {assessment.mayDecide !== '' && <p className={styles.faint}>{a.mayDecide(assessment.mayDecide)}</p>}
        <Tree parts={[assessment.explanation]} />
        {STAGES.map((stage) => {
          const missing = assessment.missing.filter((one) => one.stage === stage)
          return (
            missing.length > 0 && (
              <div key={stage}>
                <strong>{a.missing(t.stages[stage])}</strong>
                <ul>
                  {missing.map((one) => (
                    <li key={`${one.rule} ${one.anyOf.join()}`}>
                      {one.anyOf.map((each) => t.evidence[each]).join(a.or)}
                    </li>
                  ))}
                </ul>
              </div>
            )
          )
        })}
        {assessment.exclusions.map((one) => (
          <p key={one.exclusion}>{a.taken(t.exclusions[one.exclusion], sayFen(one.fen))}</p>
        ))}
        {assessment.flaws.map((flaw) => (
          <p key={`${flaw.field} ${flaw.code}`}>
            {flaw.field}: {flaw.message}
          </p>
        ))}
      </div>
    </Section>
  )
}

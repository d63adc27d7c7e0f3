import type { Finding } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { Tag } from '../../../shared/ui'
import { parcelCopy } from '../copy'
import styles from './Lists.module.css'
import { LimitWords } from './SilenceWords'

/** Each time the parcel went silent: who had to look, why they, how it ended and whether the warning was right. */
export function Findings({ findings }: { findings: Finding[] }) {
  const t = parcelCopy.use()
  const now = useBusinessNow()
  if (findings.length === 0) {
    return <p className={styles.none}>{t.findingsNone}</p>
  }
  return (
    <ul className={styles.list}>
      {findings.toReversed().map((finding) => (
        <li key={finding.id}>
          <p>
            {t.findingRaised(sayTime(finding.raisedAt, now), finding.responsible.name)}{' '}
            {finding.verdict !== null && (
              <Tag meaning={finding.verdict === 'RIGHT' ? 'good' : 'stopped'}>
                {t.verdict[finding.verdict]}
              </Tag>
            )}
          </p>
          <p className={styles.soft}>{t.rule[finding.responsibleRule]}</p>
          <LimitWords limit={finding.limit} />
          <p className={styles.soft}>
            {finding.clearedAt === null
              ? t.findingOpen
              : t.findingCleared(
                  sayTime(finding.clearedAt, now),
                  finding.clearedBy === null ? '' : t.clearedBy[finding.clearedBy],
                )}
          </p>
        </li>
      ))}
    </ul>
  )
}

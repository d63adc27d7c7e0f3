import { sayNumber } from '../../../shared/time'
import { Section } from '../../../shared/ui'
import { sopCopy } from '../copy'
import styles from '../Sops.module.css'
import type { SopVersion } from '../types'
import { sayChange } from '../words'

/** What a version says otherwise than the one it takes the place of, a sentence each. */
export function Comparison({
  view,
  calendarName,
}: {
  view: SopVersion
  calendarName: (code: string) => string
}) {
  const t = sopCopy.use()
  return (
    <Section title={t.comparison(t.versionOf(sayNumber(view.base?.version ?? 0)))}>
      {view.changes.length === 0 ? (
        <p className={styles.faint}>{t.same}</p>
      ) : (
        <ul className={styles.changes}>
          {view.changes.map((change) => (
            <li key={`${change.kind} ${change.stage} ${change.party} ${change.field} ${change.after}`}>
              {sayChange(change, calendarName)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

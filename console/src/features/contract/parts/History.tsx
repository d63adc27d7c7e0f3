import type { ContractDetail } from '../../../api/types'
import { exactTime } from '../../../shared/time'
import { useCalendarName } from '../api'
import styles from '../ContractsPage.module.css'
import { contractCopy } from '../copy'
import { sayTerms } from '../words'

/** The versions of its terms, the newest first. */
export function History({ terms }: { terms: ContractDetail['terms'] }) {
  const t = contractCopy.use()
  const calendar = useCalendarName()
  // A skill is written by its code here, as in the field for it.
  const names = { calendar, skill: (code: string) => code }
  return (
    <>
      <h3 className={styles.title}>{t.history}</h3>
      <ul className={styles.history}>
        {terms.map((one) => (
          <li key={one.version}>
            <span className="tabular">{t.version(one.version, one.by, exactTime(one.at))}</span>
            <div className={styles.soft}>{sayTerms(one.terms, names)}</div>
          </li>
        ))}
      </ul>
    </>
  )
}

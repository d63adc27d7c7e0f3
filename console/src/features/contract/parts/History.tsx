import type { ContractDetail } from '../../../api/types'
import { exactTime } from '../../../shared/time'
import styles from '../ContractsPage.module.css'
import { contractCopy } from '../copy'
import { sayTerms } from '../words'

/** The versions of its terms, the newest first. */
export function History({ terms }: { terms: ContractDetail['terms'] }) {
  const t = contractCopy.use()
  return (
    <>
      <h3 className={styles.title}>{t.history}</h3>
      <ul className={styles.history}>
        {terms.map((one) => (
          <li key={one.version}>
            <span className="tabular">{t.version(one.version, one.by, exactTime(one.at))}</span>
            <div className={styles.soft}>{sayTerms(one.terms)}</div>
          </li>
        ))}
      </ul>
    </>
  )
}

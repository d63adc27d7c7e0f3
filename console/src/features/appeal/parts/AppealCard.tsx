import type { AppealRow } from '../../../api/types'
import { Tag, UnitName } from '../../../shared/ui'
import { appealCopy } from '../copy'
import { STATE_MEANING } from '../model'
import styles from './AppealCard.module.css'
import { AppealTimeLeft } from './AppealTimeLeft'

/** An appeal in three lines, for a phone. */
export function AppealCard({ appeal }: { appeal: AppealRow }) {
  const t = appealCopy.use()
  return (
    <div className={styles.card}>
      <div className={styles.line}>
        <AppealTimeLeft appeal={appeal} />
        {appeal.due.running && <Tag meaning={STATE_MEANING[appeal.state]}>{t.state[appeal.state]}</Tag>}
      </div>
      <div className={styles.line}>
        <span className="tabular">{appeal.authorityNumber}</span>
        <span>{t.categories[appeal.category]}</span>
      </div>
      <div className={styles.line}>
        <span className="tabular">{appeal.waybill}</span>
        <UnitName unit={appeal.unit} />
      </div>
    </div>
  )
}

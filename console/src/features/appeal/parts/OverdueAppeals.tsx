import { Link } from 'react-router'
import { useAppealCounts } from '../api'
import { appealCopy } from '../copy'
import styles from './OverdueAppeals.module.css'

/** Says on other pages that appeals are overdue; says nothing while none is. */
export default function OverdueAppeals() {
  const t = appealCopy.use()
  const overdue = useAppealCounts().data?.overdue ?? 0
  if (overdue === 0) {
    return null
  }
  return (
    <p role="alert" className={styles.overdue}>
      {t.overdueAlert(overdue)} <Link to="/appeals?view=OVERDUE">{t.seeOverdue}</Link>
    </p>
  )
}

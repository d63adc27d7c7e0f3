import type { AppealRow } from '../../../api/types'
import { provinceName } from '../../../shared/places'
import { appealCopy } from '../copy'
import { AppealTimeLeft } from './AppealTimeLeft'
import styles from './Deadline.module.css'

/** By when the authority must have our answer, and the law that says so. */
export function Deadline({ appeal }: { appeal: AppealRow }) {
  const t = appealCopy.use().deadline
  const { due } = appeal
  const place = due.jurisdiction === '000000' ? t.nation : provinceName(due.jurisdiction)
  return (
    <div className={styles.deadline}>
      {due.running ? <AppealTimeLeft appeal={appeal} size="page" /> : null}
      <div>
        <strong>{due.running ? t.last(due.lastDay) : t.kept(due.lastDay)}</strong>
        <p>
          {t.source(due.source)} · {t.where(place)}
          {due.running && ` · ${t.never}`}
        </p>
      </div>
    </div>
  )
}

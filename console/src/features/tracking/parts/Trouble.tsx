import type { ApiProblem } from '../../../api/problem'
import { sayProblem } from '../../../shared/problems'
import { trackingCopy } from '../copy'
import styles from '../TrackPage.module.css'

/** Why there is no answer, kindly. */
export function Trouble({ problem }: { problem: ApiProblem }) {
  const t = trackingCopy.use()
  const missing = problem.status === 404
  return (
    <div role="alert" className={styles.alert}>
      {missing && <strong>{t.notFound}</strong>}
      {problem.status === 429 && <strong>{t.tooMany}</strong>}
      {missing ? t.notFoundHint : sayProblem(problem)}
    </div>
  )
}

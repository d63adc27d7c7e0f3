import type { AppealState } from '../../../api/types'
import { cx } from '../../../shared/ui'
import { appealCopy } from '../copy'
import { STRETCH } from '../model'
import styles from './Way.module.css'

/** The way of an appeal in five stretches, and where it stands. */
export function Way({ state }: { state: AppealState }) {
  const t = appealCopy.use()
  if (state === 'REFUSED_INTAKE') {
    return null
  }
  const here = STRETCH[state]
  return (
    <ol className={styles.way} aria-label={t.pathLabel}>
      {t.path.map((name, index) => (
        <li
          key={name}
          aria-current={index === here ? 'step' : undefined}
          className={cx(index < here && styles.done, index === here && styles.here)}
        >
          <i aria-hidden="true">{index < here ? '✓' : index + 1}</i>
          <span>{name}</span>
        </li>
      ))}
    </ol>
  )
}

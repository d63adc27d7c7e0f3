import type { UnitRef } from '../../api/types'
import { uiCopy } from './copy'
import styles from './UnitName.module.css'

/** The name of a place with what it is, where the name alone does not say so. */
export function UnitName({ unit, withKind = false }: { unit: UnitRef; withKind?: boolean }) {
  const t = uiCopy.use()
  const kind = t.kinds[unit.kind]
  return (
    <span title={`${unit.name} · ${kind} · ${unit.code}`} className={styles.unit}>
      {unit.name}
      {withKind && !unit.name.includes(kind) && <span className={styles.kind}>{kind}</span>}
    </span>
  )
}

import { ErrorState, SkeletonRows, UnitName } from '../../../shared/ui'
import { useUnitSearch } from '../api'
import { networkCopy } from '../copy'
import styles from './UnitTree.module.css'

export function UnitSearch({ q, onOpen }: { q: string; onOpen: (code: string) => void }) {
  const t = networkCopy.use()
  const { data, error, refetch } = useUnitSearch(q)
  if (data === undefined) {
    return error === null ? (
      <SkeletonRows rows={6} height={30} />
    ) : (
      <ErrorState error={error} onRetry={() => void refetch()} />
    )
  }
  if (data.items.length === 0) {
    return <p className={styles.none}>{t.searchNone}</p>
  }
  return (
    <ul>
      {data.items.map((unit) => (
        <li key={unit.code}>
          <button type="button" className={styles.item} onClick={() => onOpen(unit.code)}>
            <span className={styles.name}>
              <UnitName unit={unit} withKind />
              <span className={styles.path}>{unit.code}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

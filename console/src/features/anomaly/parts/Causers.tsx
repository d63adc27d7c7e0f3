import { sayNumber } from '../../../shared/time'
import { Tag, UnitName } from '../../../shared/ui'
import styles from '../AnomaliesPage.module.css'
import type { Board } from '../api'
import { anomalyCopy } from '../copy'

/** The sites that made most mistakes of a kind. */
export function Causers({ board }: { board: Board }) {
  const t = anomalyCopy.use()
  if (board.causers.length === 0) return <p className={styles.soft}>{t.causersNone}</p>
  return (
    <>
      <ol className={styles.causers}>
        {board.causers.slice(0, 6).map((one) => (
          <li key={`${one.site.code} ${one.kind}`}>
            <UnitName unit={one.site} withKind />
            <Tag>{t.kinds[one.kind]}</Tag>
            <b className="tabular">{t.count(sayNumber(one.count))}</b>
          </li>
        ))}
      </ol>
      <p className={styles.soft}>{t.causersHint}</p>
    </>
  )
}

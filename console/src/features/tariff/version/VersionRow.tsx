import type { TariffRow } from '../../../api/types'
import { businessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { cx, Tag } from '../../../shared/ui'
import { tariffCopy } from './copy'
import { isComing, isPackaged, isSinceEver } from './model'
import styles from './Version.module.css'

interface Props {
  row: TariffRow
  here: boolean
  onShow: () => void
}

/** One version in the list: where it stands, from when it counts, who wrote and who approved it. */
export function VersionRow({ row, here, onShow }: Props) {
  const t = tariffCopy.use()
  const now = businessNow()
  return (
    <button type="button" className={cx(here && styles.here)} aria-expanded={here} onClick={onShow}>
      <span className={styles.line}>
        <strong>{t.version(row.version)}</strong>
        <State row={row} />
      </span>
      <span>{isPackaged(row) ? t.packaged : row.note || t.noNote}</span>
      {!isPackaged(row) && <span className={styles.soft}>{t.by(row.author, sayTime(row.madeAt, now))}</span>}
      {row.effectiveFrom !== null && (
        <span className={styles.soft}>
          {t.since(isSinceEver(row) ? t.always : sayTime(row.effectiveFrom, now), row.approvedBy ?? '')}
        </span>
      )}
      {row.dropped !== null && <span className={styles.soft}>{t.droppedWhy(row.dropped)}</span>}
    </button>
  )
}

export function State({ row }: { row: TariffRow }) {
  const t = tariffCopy.use()
  if (row.inForce) return <Tag meaning="good">{t.inForce}</Tag>
  if (isComing(row, businessNow())) return <Tag meaning="watch">{t.coming}</Tag>
  return <Tag meaning={row.state === 'DRAFT' ? 'watch' : 'plain'}>{t.state[row.state]}</Tag>
}

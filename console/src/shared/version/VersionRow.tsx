import type { VersionRow as Row } from '../../api/types'
import { businessNow } from '../clock/clock'
import { sayTime } from '../time'
import { cx, Tag } from '../ui'
import { versionCopy } from './copy'
import { isComing, isPackaged, isSinceEver } from './model'
import styles from './Version.module.css'

interface Props {
  row: Row
  /** What the version is called that came with the software. */
  packaged: string
  here: boolean
  onShow: () => void
}

/** One version in the list: where it stands, from when it counts, who wrote and who approved it. */
export function VersionRow({ row, packaged, here, onShow }: Props) {
  const t = versionCopy.use()
  const now = businessNow()
  return (
    <button type="button" className={cx(here && styles.here)} aria-expanded={here} onClick={onShow}>
      <span className={styles.line}>
        <strong>{t.version(row.version)}</strong>
        <State row={row} />
      </span>
      <span>{isPackaged(row) ? packaged : row.note || t.noNote}</span>
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

/** How a version stands, as a tag. */
export function State({ row }: { row: Row }) {
  const t = versionCopy.use()
  if (row.inForce) return <Tag meaning="good">{t.inForce}</Tag>
  if (isComing(row, businessNow())) return <Tag meaning="watch">{t.coming}</Tag>
  return <Tag meaning={row.state === 'DRAFT' ? 'watch' : 'plain'}>{t.state[row.state]}</Tag>
}

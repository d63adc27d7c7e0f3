import { Button, Drawer } from 'antd'
import type { LimitRow } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayHours, sayNumber, sayTime, sayWeekdays } from '../../../shared/time'
import { Tag } from '../../../shared/ui'
import { parcelCopy } from '../../parcel'
import { watchCopy } from '../copy'
import styles from '../LimitsPage.module.css'
import type { Cell } from '../model'

interface Props {
  cell: Cell | null
  onClose: () => void
  /** Absent when the person may not. */
  onSet?: (cell: Cell) => void
}

/** All rows of one cell, the one in use first, and where each comes from. */
export function CellDrawer({ cell, onClose, onSet }: Props) {
  const t = watchCopy.use()
  const parcel = parcelCopy.use()
  return (
    <Drawer
      open={cell !== null}
      size="min(460px, 100vw)"
      title={
        cell &&
        t.cellTitle(
          parcel.stage[cell.stage],
          cell.laneClass === null ? t.anyLane : parcel.lane[cell.laneClass],
        )
      }
      onClose={onClose}
      footer={
        cell !== null &&
        onSet !== undefined && (
          <div className={styles.footer}>
            <Button type="primary" onClick={() => onSet(cell)}>
              {t.set}
            </Button>
          </div>
        )
      }
    >
      <p className={styles.soft}>{t.basisHint}</p>
      {cell?.rows.map((row, index) => (
        <Row key={`${row.basis} ${row.effectiveFrom} ${row.hours}`} row={row} inUse={index === 0} />
      ))}
      {cell?.byDayPart.map((row) => (
        <Row key={`${row.dayPart} ${row.basis} ${row.hours}`} row={row} inUse />
      ))}
      {cell?.rows.length === 0 && cell.byDayPart.length === 0 && <p>{t.notSet}</p>}
    </Drawer>
  )
}

function Row({ row, inUse }: { row: LimitRow; inUse: boolean }) {
  const t = watchCopy.use()
  const now = useBusinessNow()
  const parts: Record<string, string> = t.dayPart
  return (
    <div className={styles.row}>
      <div className={styles.line}>
        <strong className={styles.big}>{sayHours(row.hours)}</strong>
        <Tag meaning={inUse ? 'good' : 'plain'}>{inUse ? t.inUse : t.overruled}</Tag>
        <Tag>{t.basis[row.basis]}</Tag>
        {row.dayPart !== null && <Tag>{parts[row.dayPart] ?? row.dayPart}</Tag>}
      </div>
      {row.samples !== null && row.percentile !== null && (
        <p>
          {t.samples(sayNumber(row.samples), sayNumber(row.percentile))}
          <span className={styles.faint}> {t.percentileMeans(sayNumber(row.percentile))}</span>
        </p>
      )}
      {row.restDays.length > 0 && (
        <p>
          {t.restDays(sayWeekdays(row.restDays))}
          <span className={styles.faint}> {t.restDaysHint}</span>
        </p>
      )}
      <dl className={styles.facts}>
        {/* What was learnt from stands above, in words. */}
        {row.basis !== 'LEARNT' && (
          <>
            <dt>{t.source}</dt>
            <dd>{row.source ?? '—'}</dd>
          </>
        )}
        <dt>{t.author}</dt>
        <dd>{row.basis === 'LEARNT' ? t.learning : (row.author ?? '—')}</dd>
        <dt>{t.effective}</dt>
        <dd>{sayTime(row.effectiveFrom, now)}</dd>
      </dl>
    </div>
  )
}

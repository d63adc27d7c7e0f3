import { Button } from 'antd'
import type { ReconciledDay } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { sayNumber } from '../../../shared/time'
import { Tag } from '../../../shared/ui'
import { BANK_FILE } from '../payouts/model'
import { reconciliationCopy } from './copy'
import type { DayRow, Missing } from './model'
import styles from './Reconciliation.module.css'

/** Which day, or from when to when nobody compared. */
export function DayName({ row }: { row: DayRow }) {
  const t = reconciliationCopy.use().days
  if ('done' in row) return <span className="tabular">{row.done.day}</span>
  const { from, to, days } = row.missing
  return <span className="tabular">{days === 1 ? to : t.range(from, to, sayNumber(days))}</span>
}

/** Whether the day agrees; that it was not compared is a matter of course for a bank that paid nothing. */
export function DayState({ row }: { row: DayRow }) {
  const t = reconciliationCopy.use().days
  if ('missing' in row) {
    return row.missing.gateway === BANK_FILE ? (
      <Tag>{t.missingBank}</Tag>
    ) : (
      <Tag meaning="watch">{t.missing}</Tag>
    )
  }
  const { open, found } = row.done
  if (open > 0) return <Tag meaning="act">{t.open(sayNumber(open))}</Tag>
  return <Tag meaning="good">{found > 0 ? t.settled : t.even}</Tag>
}

/** The way to bring the statement that is missing; only a bank's is brought by hand. */
export function Bring({ missing, onBring }: { missing: Missing; onBring?: (day: string) => void }) {
  const t = reconciliationCopy.use().days
  if (onBring === undefined || missing.gateway !== BANK_FILE) return '—'
  return (
    <Button size="small" onClick={() => onBring(missing.to)}>
      {t.upload}
    </Button>
  )
}

/** How much the statement has more or less than we; somebody should act on it until it is settled. */
export function Apart({ day }: { day: ReconciledDay }) {
  return <span className={day.open > 0 ? styles.apart : undefined}>{sayFen(day.fen - day.ownFen)}</span>
}

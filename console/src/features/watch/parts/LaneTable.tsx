import { Button } from 'antd'
import { useState } from 'react'
import type { LimitRow } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayHours, sayNumber, sayTime, sayWeekdays } from '../../../shared/time'
import { useDivisionName } from '../../network'
import { parcelCopy } from '../../parcel'
import { watchCopy } from '../copy'
import styles from '../LimitsPage.module.css'
import { lanes } from '../model'
import { sayBasis } from '../words'
import { ProvincePicker } from './ProvincePicker'

const FIRST = 20

/** Limits of single lanes, found by either end. */
export function LaneTable({ rows }: { rows: LimitRow[] }) {
  const t = watchCopy.use()
  const stages = parcelCopy.use().stage
  const now = useBusinessNow()
  const nameOf = useDivisionName()
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const found = lanes(rows, from, to)
  const shown = all ? found : found.slice(0, FIRST)
  const asked = from !== null || to !== null
  return (
    <>
      <div className={styles.bar}>
        <ProvincePicker label={t.from} value={from} onChange={setFrom} />
        <ProvincePicker label={t.to} value={to} onChange={setTo} />
        <span className={styles.soft} aria-live="polite">
          {t.lanesCount(sayNumber(found.length))}
        </span>
      </div>
      {found.length === 0 ? (
        <p className={styles.soft}>{asked ? t.laneNone : t.laneNoneAtAll}</p>
      ) : (
        <div className={styles.scroll}>
          <table className={`${styles.table} ${styles.lanes}`}>
            <thead>
              <tr>
                <th scope="col">{t.column.lane}</th>
                <th scope="col">{t.column.stage}</th>
                <th scope="col">{t.column.hours}</th>
                <th scope="col">{t.column.basis}</th>
                <th scope="col">{t.column.author}</th>
                <th scope="col">{t.column.from}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <tr
                  key={`${row.stage} ${row.fromDivision} ${row.toDivision} ${row.dayPart} ${row.basis} ${row.effectiveFrom}`}
                >
                  <th scope="row">
                    {t.laneName(nameOf(row.fromDivision ?? ''), nameOf(row.toDivision ?? ''))}
                  </th>
                  <td>{stages[row.stage]}</td>
                  <td className={styles[row.basis]}>
                    {sayHours(row.hours)}
                    {row.restDays.length > 0 && <small>{t.restDays(sayWeekdays(row.restDays))}</small>}
                  </td>
                  <td className={styles[row.basis]}>{sayBasis(row)}</td>
                  <td>{row.basis === 'SET' ? (row.author ?? '—') : '—'}</td>
                  <td>{sayTime(row.effectiveFrom, now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.length < found.length && (
        <Button type="link" onClick={() => setAll(true)}>
          {t.more(sayNumber(found.length - shown.length))}
        </Button>
      )}
    </>
  )
}

import { useMemo } from 'react'
import type { LimitRow } from '../../../api/types'
import { sayHours, sayWeekdays } from '../../../shared/time'
import { parcelCopy } from '../../parcel'
import { watchCopy } from '../copy'
import styles from '../LimitsPage.module.css'
import { type Cell, cellsByStage, LANES } from '../model'
import { sayBasis } from '../words'

/** Stages down, classes of lane across; every cell opens what it rests on. */
export function StageTable({ rows, onOpen }: { rows: LimitRow[]; onOpen: (cell: Cell) => void }) {
  const t = watchCopy.use()
  const parcel = parcelCopy.use()
  const table = useMemo(() => cellsByStage(rows), [rows])
  const laneName = (cell: Cell) => (cell.laneClass === null ? t.anyLane : parcel.lane[cell.laneClass])
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.stage}</th>
            <th scope="col">{t.anyLane}</th>
            {LANES.map((lane) => (
              <th key={lane} scope="col">
                {parcel.lane[lane]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.map(({ stage, cells }) => (
            <tr key={stage}>
              <th scope="row">{parcel.stage[stage]}</th>
              {cells.map((cell) => (
                <td key={cell.laneClass ?? 'any'}>
                  <button type="button" className={styles.cell} onClick={() => onOpen(cell)}>
                    <span className="visually-hidden">{t.cellOf(parcel.stage[stage], laneName(cell))}</span>
                    <CellWords cell={cell} />
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CellWords({ cell }: { cell: Cell }) {
  const t = watchCopy.use()
  const [ruling] = cell.rows
  const parts: Record<string, string> = t.dayPart
  return (
    <>
      {ruling === undefined ? (
        <small title={t.notSet}>—</small>
      ) : (
        <>
          <strong className={styles[ruling.basis]}>{sayHours(ruling.hours)}</strong>
          <small className={styles[ruling.basis]}>{sayBasis(ruling)}</small>
          {ruling.restDays.length > 0 && <small>{t.restDays(sayWeekdays(ruling.restDays))}</small>}
        </>
      )}
      {cell.byDayPart.map((row) => (
        <small key={`${row.dayPart} ${row.basis}`}>
          {t.inDayPart(parts[row.dayPart ?? ''] ?? '', sayHours(row.hours))}
        </small>
      ))}
    </>
  )
}

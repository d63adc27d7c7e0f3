import { useState } from 'react'
import { Link } from 'react-router'
import type { ChargeFigure } from '../../../api/types'
import { cx, UnitName } from '../../../shared/ui'
import { chargeCopy } from '../copy'
import styles from './FigureTable.module.css'
import { COLUMNS, type ColumnName, sorted } from './order'
import { sayFigure } from './words'

/** Units with their figures; a press on a title sorts by it, the most first. */
export function FigureTable({ figures }: { figures: ChargeFigure[] }) {
  const f = chargeCopy.use().figures
  const [by, setBy] = useState<ColumnName | null>(null)
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{f.unit}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" aria-sort={by === column ? 'descending' : 'none'}>
                <button
                  type="button"
                  aria-label={f.sortBy(f[column])}
                  className={cx(styles.sort, by === column && styles.on)}
                  onClick={() => setBy(by === column ? null : column)}
                >
                  {f[column]}
                  <span aria-hidden="true">{by === column ? ' ↓' : ''}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(figures, by).map((figure) => (
            <tr key={figure.unit.code}>
              <th scope="row">
                <Link to={`/charges?unit=${encodeURIComponent(figure.unit.code)}`}>
                  <UnitName unit={figure.unit} />
                </Link>
              </th>
              {COLUMNS.map((column) => (
                <td key={column}>{sayFigure(figure, column)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

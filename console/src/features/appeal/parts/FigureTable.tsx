import type { AppealFigure } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { appealCopy } from '../copy'
import styles from './FigureTable.module.css'
import { sayPerMillion, sayShare } from './rates'

/** Figures by name: counts and rates in one line, the share of all as a bar. */
export function FigureTable({
  figures,
  name,
  total,
}: {
  figures: AppealFigure[]
  name: (figure: AppealFigure) => string
  total: number
}) {
  const f = appealCopy.use().fig
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{f.key}</th>
            <th scope="col">{f.appeals}</th>
            <th scope="col">{f.valid}</th>
            <th scope="col">{f.open}</th>
            <th scope="col">{f.parcels}</th>
            <th scope="col">{f.rate}</th>
            <th scope="col">{f.validRate}</th>
            <th scope="col">{f.overdue}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.key}>
              <th scope="row">
                {name(figure)}
                <i style={{ width: `${(figure.appeals.numerator / Math.max(1, total)) * 100}%` }} />
              </th>
              <td>{sayNumber(figure.appeals.numerator)}</td>
              <td>{sayNumber(figure.valid.numerator)}</td>
              <td>{sayNumber(figure.open)}</td>
              <td>{sayNumber(figure.appeals.denominator)}</td>
              <td>{sayPerMillion(figure.appeals)}</td>
              <td>{sayPerMillion(figure.valid)}</td>
              <td>{sayShare(figure.overdue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

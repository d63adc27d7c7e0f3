import type { AppealFigure } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { appealCopy } from '../copy'
import styles from './RateBars.module.css'
import { sayPerMillion } from './rates'

const HEIGHT = 150

/** Two bars a month, appeals and valid appeals per million parcels, each with its value above and its counts below. */
export function RateBars({ figures }: { figures: AppealFigure[] }) {
  const f = appealCopy.use().fig
  const most = Math.max(...figures.map((figure) => figure.appeals.value ?? 0), Number.MIN_VALUE)
  const tall = (value: number | null) => Math.max(value === null ? 0 : 2, ((value ?? 0) / most) * HEIGHT)
  return (
    <figure className={styles.chart}>
      <figcaption>
        <span className={styles.allKey}>{f.rate}</span>
        <span className={styles.validKey}>{f.validRate}</span>
        <span>（{f.perMillion}）</span>
      </figcaption>
      <ol aria-label={f.byMonth}>
        {figures.map((figure) => (
          <li key={figure.key}>
            <div className={styles.bars} style={{ height: HEIGHT + 22 }}>
              <span>
                <b>{sayPerMillion(figure.appeals)}</b>
                <i className={styles.all} style={{ height: tall(figure.appeals.value) }} />
              </span>
              <span>
                <b>{sayPerMillion(figure.valid)}</b>
                <i className={styles.valid} style={{ height: tall(figure.valid.value) }} />
              </span>
            </div>
            <strong>{figure.key}</strong>
            <small>
              {sayNumber(figure.appeals.numerator)} / {sayNumber(figure.valid.numerator)}
            </small>
          </li>
        ))}
      </ol>
    </figure>
  )
}

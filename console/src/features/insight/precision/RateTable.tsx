import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { FindingOutcome, PrecisionRate, PrecisionWeek } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { insightCopy } from '../copy'
import { Interval } from './Interval'
import { axisFrom } from './model'
import styles from './Precision.module.css'
import { SmallWeeks } from './SmallWeeks'

export interface RateLine {
  key: string
  name: ReactNode
  rate: PrecisionRate
  /** Week by week; none where it is not counted by week. */
  weeks: PrecisionWeek[]
  /** Part of the line before it. */
  under?: boolean
  /** The findings behind a number of it; null where one may not look at them. */
  to: ((outcome?: FindingOutcome) => string) | null
}

interface Props {
  first: string
  lines: RateLine[]
  target: number
}

/** What became of warnings, one line a rule or place. */
export function RateTable({ first, lines, target }: Props) {
  const t = insightCopy.use()
  const from = axisFrom(
    lines.map((line) => line.rate),
    target,
  )
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            <th scope="col">{t.prec.raised}</th>
            <th scope="col" className={styles.drawn}>
              {t.precision}
            </th>
            <th scope="col" className={styles.drawn}>
              {t.prec.byWeek}
            </th>
            <th scope="col">{t.right}</th>
            <th scope="col">{t.wrong}</th>
            <th scope="col">{t.prec.late}</th>
            <th scope="col">{t.prec.unaided}</th>
            <th scope="col">{t.undecided}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ key, name, rate, weeks, under, to }) => (
            <tr key={key}>
              <th scope="row" className={under ? styles.lane : undefined}>
                {name}
              </th>
              <Count value={rate.raised} to={to?.()} />
              <td className={styles.drawn}>
                <Interval rate={rate} target={target} from={from} />
              </td>
              <td className={styles.drawn}>
                <SmallWeeks weeks={weeks} target={target} from={from} />
              </td>
              <Count value={rate.right} to={to?.('RIGHT')} />
              <Count value={rate.wrong} to={to?.('WRONG')} />
              <Count value={rate.late} to={to?.('LATE')} />
              <Count value={rate.unaided} to={to?.('UNAIDED')} />
              <Count value={rate.undecided} to={to?.('UNDECIDED')} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Count({ value, to }: { value: number; to: string | undefined }) {
  return (
    <td>{to === undefined || value === 0 ? sayNumber(value) : <Link to={to}>{sayNumber(value)}</Link>}</td>
  )
}

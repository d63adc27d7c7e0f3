import { sayNumber } from '../../../shared/time'
import type { Tenth } from '../api'
import { delayCopy } from '../copy'
import styles from '../DelayPage.module.css'
import { dotsOf, sayShare } from '../model'

const SIDE = 200
const LEFT = 36
const BOTTOM = 24

/** Stated risks against what happened: a dot a tenth, on the line where they come true. */
export function Calibration({ tenths }: { tenths: Tenth[] }) {
  const t = delayCopy.use()
  const x = (share: number) => LEFT + share * SIDE
  const y = (share: number) => 8 + (1 - share) * SIDE
  const words = dotsOf(tenths)
    .map((one) => t.quality.point(sayShare(one.stated), sayShare(one.happened), sayNumber(one.cases)))
    .join('；')
  return (
    <figure className={styles.calibration}>
      <svg
        viewBox={`0 0 ${LEFT + SIDE + 12} ${8 + SIDE + BOTTOM + 14}`}
        role="img"
        aria-label={`${t.quality.calibration}：${words}`}
      >
        <rect x={LEFT} y={8} width={SIDE} height={SIDE} className={styles.field} />
        <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} className={styles.true} />
        {[0, 0.5, 1].map((share) => (
          <g key={share} className={styles.scale}>
            <text x={x(share)} y={8 + SIDE + 16} textAnchor="middle">
              {sayShare(share)}
            </text>
            <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
              {sayShare(share)}
            </text>
          </g>
        ))}
        <text x={x(0.5)} y={8 + SIDE + 34} textAnchor="middle" className={styles.axis}>
          {t.quality.stated}
        </text>
        {dotsOf(tenths).map((one) => (
          <circle
            key={one.stated}
            cx={x(one.stated)}
            cy={y(one.happened)}
            r={one.radius}
            className={styles.dot}
          >
            <title>
              {t.quality.point(sayShare(one.stated), sayShare(one.happened), sayNumber(one.cases))}
            </title>
          </circle>
        ))}
      </svg>
    </figure>
  )
}

import { useEffect, useRef, useState } from 'react'
import { Link } from 'react-router'
import type { PrecisionWeek } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { insightCopy } from '../copy'
import { sayShare } from '../words'
import { axisFrom, standing } from './model'
import styles from './Precision.module.css'

const HEIGHT = 190
const LEFT = 44
const RIGHT = 12
const TOP = 12
const BOTTOM = 40

interface Props {
  weeks: PrecisionWeek[]
  target: number
  /** The findings of a week; null where one may not look at them. */
  to: ((monday: string) => string) | null
}

/** Week by week: the share, how sure it is, and the target as a line. A week without a judged warning stays empty. */
export function WeekChart({ weeks, target, to }: Props) {
  const t = insightCopy.use()
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    setWidth(element.clientWidth)
    return () => observer.disconnect()
  }, [])

  const from = axisFrom(
    weeks.map((week) => week.rate),
    target,
  )
  const step = (width - LEFT - RIGHT) / Math.max(1, weeks.length)
  const x = (index: number) => LEFT + (index + 0.5) * step
  const y = (share: number) => TOP + ((1 - Math.max(from, share)) / (1 - from)) * (HEIGHT - TOP - BOTTOM)
  const every = Math.ceil(46 / Math.max(1, step))
  return (
    <div ref={box} className={styles.chart}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={t.prec.weeksQuestion}>
          {[from, (1 + from) / 2, 1].map((share) => (
            <g key={share} className={styles.axis}>
              <line x1={LEFT} x2={width - RIGHT} y1={y(share)} y2={y(share)} />
              <text x={LEFT - 8} y={y(share) + 4} textAnchor="end">
                {sayShare(share)}
              </text>
            </g>
          ))}
          <line className={styles.targetStroke} x1={LEFT} x2={width - RIGHT} y1={y(target)} y2={y(target)} />
          {weeks.map(({ monday, rate }, index) => {
            const how = standing(rate, target)
            const label = t.prec.weekSays(
              sayWeek(monday),
              sayShare(rate.precision),
              sayNumber(rate.right),
              sayNumber(rate.wrong),
              sayNumber(rate.undecided),
            )
            const mark = (
              <g key={monday} className={cx(styles.week, styles[how])}>
                <title>{label}</title>
                <rect
                  x={x(index) - step / 2}
                  y={TOP}
                  width={step}
                  height={HEIGHT - TOP}
                  className={styles.hit}
                />
                {rate.precision !== null && (
                  <>
                    <line
                      x1={x(index)}
                      x2={x(index)}
                      y1={y(rate.low)}
                      y2={y(rate.high)}
                      className={styles.whisker}
                    />
                    <circle cx={x(index)} cy={y(rate.precision)} r={5} />
                  </>
                )}
                {(weeks.length - 1 - index) % every === 0 && (
                  <>
                    <text x={x(index)} y={HEIGHT - 20} textAnchor="middle">
                      {sayWeek(monday)}
                    </text>
                    <text x={x(index)} y={HEIGHT - 5} textAnchor="middle" className={styles.count}>
                      {t.prec.raisedShort(sayNumber(rate.raised))}
                    </text>
                  </>
                )}
              </g>
            )
            return to === null || rate.raised === 0 ? (
              mark
            ) : (
              <Link key={monday} to={to(monday)} aria-label={label}>
                {mark}
              </Link>
            )
          })}
        </svg>
      )}
    </div>
  )
}

/** 11-23: the Monday of a week. */
export function sayWeek(monday: string): string {
  return monday.slice(5)
}

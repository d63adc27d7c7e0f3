import { useEffect, useRef, useState } from 'react'
import type { TrendHour } from '../../../api/types'
import { clockTime, sayNumber } from '../../../shared/time'
import { insightCopy } from '../copy'
import { niceTop, spreadLabels } from './scale'
import styles from './TrendChart.module.css'

const LINES = ['raised', 'cleared', 'closed'] as const
const LEFT = 34
const RIGHT = 92
const TOP = 10
const BOTTOM = 22
const LABEL_GAP = 16

/** Three lines, told apart by dash and by the word at their end as well as by colour. */
export function TrendChart({ trend, height }: { trend: TrendHour[]; height: number }) {
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

  const top = niceTop(Math.max(...trend.flatMap((hour) => LINES.map((line) => hour[line]))))
  const step = (width - LEFT - RIGHT) / Math.max(1, trend.length - 1)
  const x = (index: number) => LEFT + index * step
  const y = (value: number) => TOP + (1 - value / top) * (height - TOP - BOTTOM)
  const last = trend.at(-1)
  const ends = spreadLabels(
    LINES.map((line) => y(last?.[line] ?? 0)),
    LABEL_GAP,
    height - BOTTOM,
  )
  const everyHours = step < 22 ? 6 : 3
  return (
    <div ref={box} className={styles.trend}>
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={t.trendQuestion}>
          {[0, top / 2, top].map((value) => (
            <g key={value} className={styles.axis}>
              <line x1={LEFT} x2={width - RIGHT} y1={y(value)} y2={y(value)} />
              <text x={LEFT - 8} y={y(value) + 4} textAnchor="end">
                {sayNumber(value)}
              </text>
            </g>
          ))}
          {trend.map(
            (hour, index) =>
              (trend.length - 1 - index) % everyHours === 0 && (
                <text key={hour.hour} x={x(index)} y={height - 4} textAnchor="middle" className={styles.hour}>
                  {clockTime(Date.parse(hour.hour))}
                </text>
              ),
          )}
          {LINES.map((line, index) => (
            <g key={line} className={styles[line]}>
              <polyline points={trend.map((hour, at) => `${x(at)},${y(hour[line])}`).join(' ')} />
              <text x={width - RIGHT + 8} y={(ends[index] ?? 0) + 4}>
                {t[line]}
              </text>
            </g>
          ))}
          {trend.map((hour, index) => (
            <rect
              key={hour.hour}
              className={styles.slot}
              x={x(index) - step / 2}
              y={TOP}
              width={step}
              height={height - TOP - BOTTOM}
            >
              <title>
                {t.trendHour(
                  clockTime(Date.parse(hour.hour)),
                  sayNumber(hour.raised),
                  sayNumber(hour.cleared),
                  sayNumber(hour.closed),
                )}
              </title>
            </rect>
          ))}
        </svg>
      )}
    </div>
  )
}

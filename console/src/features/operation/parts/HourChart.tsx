import { useId } from 'react'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import type { Curve } from '../api'
import { operationCopy } from '../copy'
import { type Drawn, draw, sayValue } from '../model'
import styles from './HourChart.module.css'

interface Props {
  curve: Curve
  /** With its scale and the times below. */
  large?: boolean
}

const WIDTH = 480

/** A measure hour by hour: the band is what is usual, the line is what was. What it says also stands in words beside it. */
export function HourChart({ curve, large = false }: Props) {
  const t = operationCopy.use()
  const now = useBusinessNow()
  const id = useId()
  const { points, measure } = curve
  const height = large ? 120 : 64
  const picture = draw(points, measure)
  const first = points[0]
  const last = points.at(-1)
  const end = picture.line.at(-1)?.at(-1)
  const place = ({ x, y }: Drawn) => `${(x * WIDTH).toFixed(1)},${(4 + (1 - y) * (height - 8)).toFixed(1)}`
  return (
    <figure className={styles.chart} aria-labelledby={id}>
      <figcaption id={id} className={large ? undefined : 'visually-hidden'}>
        {t.chart(t.measures[measure])}
        {large && last?.value != null && (
          <strong className="tabular">
            {' '}
            {sayValue(measure, last.value)}
            {last.low !== null && last.high !== null && (
              <small>
                {' '}
                {t.band} {t.between(sayValue(measure, last.low), sayValue(measure, last.high))}
              </small>
            )}
          </strong>
        )}
      </figcaption>
      <div className={styles.plot}>
        {large && <span className={styles.top}>{sayValue(measure, picture.top)}</span>}
        <svg viewBox={`0 0 ${WIDTH} ${height}`} preserveAspectRatio="none" height={height} aria-hidden="true">
          {picture.band.map((shape) => (
            <polygon
              key={place(shape[0] ?? { x: 0, y: 0 })}
              className={styles.band}
              points={shape.map(place).join(' ')}
            />
          ))}
          {picture.usual.map((run) => (
            <polyline
              key={place(run[0] ?? { x: 0, y: 0 })}
              className={styles.usual}
              points={run.map(place).join(' ')}
            />
          ))}
          {picture.line.map((run) => (
            <polyline
              key={place(run[0] ?? { x: 0, y: 0 })}
              className={styles.line}
              points={run.map(place).join(' ')}
            />
          ))}
          {points.map((point, index) => (
            <rect
              key={point.hour}
              x={((index - 0.5) / Math.max(1, points.length - 1)) * WIDTH}
              width={WIDTH / Math.max(1, points.length - 1)}
              y="0"
              height={height}
              className={styles.hover}
            >
              <title>
                {t.hour(
                  sayTime(point.hour, now),
                  point.value === null ? t.unknown : sayValue(measure, point.value),
                  point.low === null || point.high === null
                    ? t.unknown
                    : t.between(sayValue(measure, point.low), sayValue(measure, point.high)),
                )}
              </title>
            </rect>
          ))}
        </svg>
        {end !== undefined && (
          <i
            className={styles.end}
            style={{ left: `${end.x * 100}%`, top: `${4 + (1 - end.y) * (height - 8)}px` }}
          />
        )}
      </div>
      {large && first !== undefined && last !== undefined && (
        <div className={styles.times}>
          <span>{sayTime(first.hour, now)}</span>
          <span>{sayTime(last.hour, now)}</span>
        </div>
      )}
    </figure>
  )
}

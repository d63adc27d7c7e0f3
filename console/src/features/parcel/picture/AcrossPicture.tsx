import { useEffect, useRef } from 'react'
import { useBusinessNow } from '../../../shared/clock/clock'
import { cx } from '../../../shared/ui'
import { parcelCopy } from '../copy'
import { GaugeBar } from './GaugeBar'
import { breakName, GAP, placeAcross } from './layout'
import type { Picture } from './model'
import { StopMark } from './StopMark'
import styles from './TimelinePicture.module.css'
import { stopLines, stopName } from './words'

const GAUGE_Y = 34
const LINE_Y = 108
const HEIGHT = 192

/** From left to right, for desks. */
export function AcrossPicture({ picture, width: room }: { picture: Picture; width: number }) {
  const frame = useRef<HTMLDivElement>(null)
  const { xs, width } = placeAcross(picture.stops.length, room)

  useEffect(() => {
    if (width > room && frame.current !== null) frame.current.scrollLeft = width // the latest is what people look for
  }, [width, room])

  return (
    <div ref={frame} className={styles.frame} tabIndex={width > room ? 0 : undefined}>
      <svg width={width} height={HEIGHT} aria-hidden="true" className={styles.svg}>
        {picture.legs.map((leg, index) => {
          const from = xs[index] ?? 0
          const to = xs[index + 1] ?? 0
          return (
            <g key={leg.key}>
              <path d={`M${from} ${LINE_Y}H${to}`} className={lineClass(picture, index)} />
              {leg.gauge !== null && (
                <GaugeBar gauge={leg.gauge} x={from + GAP} y={GAUGE_Y} length={to - from - 2 * GAP} />
              )}
            </g>
          )
        })}
        {picture.stops.map((stop, index) => (
          <g key={stop.key}>
            <StopMark stop={stop} x={xs[index] ?? 0} y={LINE_Y} />
            <StopWords
              picture={picture}
              index={index}
              x={xs[index] ?? 0}
              room={(xs[1] ?? 240) - (xs[0] ?? 0) - 14}
            />
          </g>
        ))}
      </svg>
    </div>
  )
}

export function lineClass(picture: Picture, index: number): string {
  const next = picture.stops[index + 1]
  const travelled = next !== undefined && next.from !== null
  const alarm = picture.legs[index]?.gauge?.meaning === 'act'
  return cx(styles.line, !travelled && styles.ahead, !travelled && alarm && styles.broken)
}

function StopWords({
  picture,
  index,
  x,
  room,
}: {
  picture: Picture
  index: number
  x: number
  room: number
}) {
  const t = parcelCopy.use()
  const now = useBusinessNow()
  const stop = picture.stops[index]
  if (stop === undefined) return null
  const name = breakName(stopName(stop, t), room)
  const late = picture.promise?.late === true && (stop.kind === 'recipient' || stop.kind === 'delivered')
  return (
    <g textAnchor="middle">
      {name.map((line, at) => (
        <text
          key={line}
          x={x}
          y={LINE_Y + 28 + at * 16}
          className={cx(styles.name, stop.from === null && styles.faint)}
        >
          {line}
        </text>
      ))}
      {stopLines(stop, picture, t, now).map((line, at) => (
        <text
          key={line}
          x={x}
          y={LINE_Y + 29 + (name.length + at) * 16}
          className={cx(styles.note, late && styles.act)}
        >
          {line}
        </text>
      ))}
    </g>
  )
}

import { useBusinessNow } from '../../../shared/clock/clock'
import { cx } from '../../../shared/ui'
import { parcelCopy } from '../copy'
import { lineClass } from './AcrossPicture'
import { GaugeBar } from './GaugeBar'
import { breakName, placeDown, STOP_HEIGHT } from './layout'
import type { Picture } from './model'
import { StopMark } from './StopMark'
import styles from './TimelinePicture.module.css'
import { stopLines, stopName } from './words'

const LINE_X = 16
const WORDS_X = 38

/** From top to bottom, for phones and side panes. */
export function DownPicture({ picture, width }: { picture: Picture; width: number }) {
  const t = parcelCopy.use()
  const now = useBusinessNow()
  const { ys, height } = placeDown(picture.legs.map((leg) => leg.gauge))
  return (
    <svg width={width} height={height} aria-hidden="true" className={styles.svg}>
      {picture.legs.map((leg, index) => {
        const from = ys[index] ?? 0
        return (
          <g key={leg.key}>
            <path d={`M${LINE_X} ${from}V${ys[index + 1] ?? 0}`} className={lineClass(picture, index)} />
            {leg.gauge !== null && (
              <GaugeBar
                gauge={leg.gauge}
                x={WORDS_X}
                y={from + STOP_HEIGHT + 16}
                length={Math.max(80, width - WORDS_X - 16)}
              />
            )}
          </g>
        )
      })}
      {picture.stops.map((stop, index) => {
        const y = ys[index] ?? 0
        const late =
          picture.promise?.late === true && (stop.kind === 'recipient' || stop.kind === 'delivered')
        return (
          <g key={stop.key}>
            <StopMark stop={stop} x={LINE_X} y={y} />
            <text x={WORDS_X} y={y + 5} className={cx(styles.name, stop.from === null && styles.faint)}>
              {breakName(stopName(stop, t), width - WORDS_X)[0]}
            </text>
            <text x={WORDS_X} y={y + 23} className={cx(styles.note, late && styles.act)}>
              {stopLines(stop, picture, t, now).join(' · ')}
            </text>
          </g>
        )
      })}
    </svg>
  )
}

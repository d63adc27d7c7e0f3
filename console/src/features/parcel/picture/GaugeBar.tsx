import { useBusinessNow } from '../../../shared/clock/clock'
import { sayHours, sayTime } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { parcelCopy } from '../copy'
import { measure } from './layout'
import type { Gauge } from './model'
import styles from './TimelinePicture.module.css'

interface Props {
  gauge: Gauge
  x: number
  y: number
  length: number
}

/** One leg measured: what is usual as a band, what it took as a bar, the limit as a mark. */
export function GaugeBar({ gauge, x, y, length }: Props) {
  const bars = measure(gauge, length)
  if (gauge.high === null && gauge.limit === null && gauge.pauses.length === 0) {
    return (
      <g transform={`translate(${x} ${y})`}>
        <GaugeWords gauge={gauge} />
      </g>
    ) // a bar without anything to compare it with would only look alarming
  }
  return (
    <g transform={`translate(${x} ${y})`}>
      <GaugeWords gauge={gauge} />
      <rect width={length} height="10" rx="5" className={styles.track} />
      {bars.band !== null && (
        <rect x={bars.band.x} width={bars.band.width} y="-2" height="14" rx="2" className={styles.band} />
      )}
      <rect
        width={bars.actual}
        y="2"
        height="6"
        rx="3"
        className={cx(styles.actual, styles[gauge.meaning])}
      />
      {bars.pauses.map((pause) => (
        <rect key={pause.x} x={pause.x} width={pause.width} y="2" height="6" className={styles.pause} />
      ))}
      {bars.limit !== null && <path d={`M${bars.limit} -5v20`} className={styles.limit} />}
      {gauge.open && (
        <circle cx={bars.actual} cy="5" r="5" className={cx(styles.nowDot, styles[gauge.meaning])} />
      )}
    </g>
  )
}

function GaugeWords({ gauge }: { gauge: Gauge }) {
  const t = parcelCopy.use()
  const now = useBusinessNow()
  const took = sayHours(gauge.hours)
  const notes = gaugeNotes(gauge, t, now)
  return (
    <>
      <text y="-12" className={cx(styles.took, styles[gauge.meaning])}>
        {gauge.open ? `${t.now} ${t.waiting(took)}` : t.took(took)}
      </text>
      {notes.map((note, index) => (
        <text key={note.words} y={28 + index * 15} className={cx(styles.note, note.alarming && styles.act)}>
          {note.words}
        </text>
      ))}
    </>
  )
}

/** The lines under a gauge, most important first, three at most. */
export function gaugeNotes(
  gauge: Gauge,
  t: ReturnType<typeof parcelCopy.use>,
  now: number,
): { words: string; alarming: boolean }[] {
  const notes: { words: string; alarming: boolean }[] = []
  if (gauge.finding !== null) {
    notes.push({
      words: t.silentAt(sayTime(gauge.finding.raisedAt, now)),
      alarming: gauge.finding.clearedAt === null,
    })
  }
  const pause = gauge.pauses.at(-1)
  if (pause !== undefined) notes.push({ words: t.pausedHere(t.pause[pause.reason]), alarming: false })
  if (gauge.high !== null)
    notes.push({ words: t.usually(trim(gauge.low ?? 0), trim(gauge.high)), alarming: false })
  if (gauge.limit !== null) notes.push({ words: t.limitIn(sayHours(gauge.limit)), alarming: false })
  return notes.slice(0, 3)
}

function trim(hours: number): string {
  return String(hours >= 10 ? Math.round(hours) : Math.round(hours * 10) / 10)
}

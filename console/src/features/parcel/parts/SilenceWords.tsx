import type { Limit, LimitPart, ParcelView } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { joinClauses } from '../../../shared/i18n'
import { provinceName } from '../../../shared/places'
import { sayDuration, sayHoursExactly, sayNumber, sayTime, sayWeekdays } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { parcelCopy } from '../copy'
import { LEVEL_MEANING } from '../model'
import styles from './SilenceWords.module.css'

/** How long without news, what that means, and why the limit is what it is. */
export function SilenceWords({ parcel }: { parcel: ParcelView }) {
  const t = parcelCopy.use()
  const { silence } = parcel
  if (silence === null) {
    return (
      <p className={cx(styles.silence, styles.plain)}>
        {parcel.status === 'SIGNED' ? t.silenceSigned : t.silenceOff}
      </p>
    )
  }
  return (
    <div className={cx(styles.silence, styles[LEVEL_MEANING[silence.level]])}>
      <p className={styles.sentence}>
        <strong>{t.level[silence.level]}</strong> <Sentence parcel={parcel} />
      </p>
      {silence.level !== 'OFF' && silence.limit !== null && <LimitWords limit={silence.limit} />}
    </div>
  )
}

function Sentence({ parcel }: { parcel: ParcelView }) {
  const t = parcelCopy.use()
  const now = useBusinessNow()
  const { silence } = parcel
  if (silence === null || silence.level === 'OFF') return t.silenceOff
  if (silence.level === 'PAUSED') {
    const pause =
      parcel.pauses.findLast((one) => one.until === null || Date.parse(one.until) > now) ??
      parcel.pauses.at(-1)
    if (pause === undefined) return t.silencePaused('')
    const until = pause.until === null ? t.openEnd : sayTime(pause.until, now)
    return t.silencePaused(t.pauseUntilTime(t.pause[pause.reason], until))
  }
  if (silence.since === null || silence.limitAt === null) return ''
  const since = sayTime(silence.since, now)
  const left = Date.parse(silence.limitAt) - now
  if (silence.level === 'SILENT' || left <= 0) return t.silenceSilent(since, sayDuration(left))
  return silence.level === 'WATCH'
    ? t.silenceWatch(since, sayDuration(left))
    : t.silenceCalm(since, sayDuration(left))
}

/** 限时 38 小时：广东→四川 干线，12,400 趟的 p99. */
export function LimitWords({ limit }: { limit: Limit }) {
  const t = parcelCopy.use()
  const parts = limit.parts.filter((part) => part.kind !== 'BASE')
  return (
    <p
      className={styles.limit}
      title={limit.percentile === null ? undefined : t.percentileHint(String(limit.percentile))}
    >
      {sayLimit(limit, t)}
      {parts.length > 0 &&
        t.partsInBrackets(
          limit.parts.map((part) => `${sayPart(part, t)} ${sayHoursExactly(part.hours)}`).join(' + '),
        )}
    </p>
  )
}

/** A holiday has a name of its own, days of rest are days of the week; the labels of the other kinds are codes and the server's language. */
function sayPart(part: LimitPart, t: ReturnType<typeof parcelCopy.use>): string {
  if (part.label !== null && part.kind === 'REST') return t.restOn(sayWeekdays(part.label.split(' ')))
  return part.kind === 'HOLIDAY' ? (part.label ?? t.parts.HOLIDAY) : t.parts[part.kind]
}

export function sayLimit(limit: Limit, t: ReturnType<typeof parcelCopy.use>): string {
  const stage = t.stage[limit.stage]
  const where =
    limit.fromDivision !== null && limit.toDivision !== null && limit.fromDivision !== limit.toDivision
      ? t.lineHaul(provinceName(limit.fromDivision), provinceName(limit.toDivision), stage)
      : limit.laneClass === null
        ? stage
        : t.laneAndStage(t.lane[limit.laneClass], stage)
  const basis =
    limit.basis === 'LEARNT' && limit.samples !== null && limit.percentile !== null
      ? t.learnt(sayNumber(limit.samples), String(limit.percentile))
      : limit.basis === 'SET'
        ? t.setByHand
        : t.byDefault
  return t.limitSentence(sayHoursExactly(limit.hours), joinClauses([where, basis]))
}

import { Button } from 'antd'
import { useState } from 'react'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayNumber, ZONE } from '../../../shared/time'
import { cx, Section, SkeletonRows } from '../../../shared/ui'
import { useDays } from '../api'
import styles from '../Calendars.module.css'
import { sayShifts } from '../CalendarsPage'
import { sopCopy } from '../copy'
import type { CalendarDay } from '../types'

/** A year of one calendar, a month a block: what is worked, what is off, and why. */
export function YearView({ code }: { code: string }) {
  const t = sopCopy.use().calendars
  const now = useBusinessNow()
  const current = Number(new Intl.DateTimeFormat('en', { timeZone: ZONE, year: 'numeric' }).format(now))
  const [chosen, setChosen] = useState<number | null>(null)
  const year = chosen ?? current
  const { data } = useDays(code, year)
  const worked = data?.filter((day) => day.workingMinutes > 0).length ?? 0
  return (
    <Section
      title={t.year(String(year))}
      extra={
        <div className={styles.year}>
          {data && (
            <span className={styles.faint}>
              {t.yearSum(sayNumber(worked), sayNumber(data.length - worked))}
            </span>
          )}
          <Button size="small" onClick={() => setChosen(year - 1)}>
            {t.previous}
          </Button>
          <Button size="small" onClick={() => setChosen(year + 1)}>
            {t.next}
          </Button>
        </div>
      }
    >
      <div className={styles.legend} role="note" aria-label={t.legend}>
        {(['holiday', 'makeUp', 'off', 'exception', 'unknown'] as const).map((kind) => (
          <span key={kind}>
            <span className={cx(styles.day, styles[kind])}>
              {kind === 'unknown' ? t.unknownDay : t[kind]}
            </span>
          </span>
        ))}
      </div>
      {data === undefined ? (
        <SkeletonRows rows={8} />
      ) : (
        <div className={styles.months}>
          {Array.from({ length: 12 }, (_, month) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a month is its number
            <Month key={month} month={month + 1} days={data} />
          ))}
        </div>
      )}
    </Section>
  )
}

function Month({ month, days }: { month: number; days: CalendarDay[] }) {
  const t = sopCopy.use().calendars
  const own = days.filter((day) => Number(day.date.slice(5, 7)) === month)
  const first = own[0]
  // A calendar that works on holidays makes nothing of make-up days either.
  const follows = days.some((day) => day.kind === 'HOLIDAY' && day.workingMinutes === 0)
  const offset = first === undefined ? 0 : (new Date(`${first.date}T00:00:00Z`).getUTCDay() + 6) % 7
  return (
    <div className={styles.month}>
      <h3>{t.month(String(month))}</h3>
      <div className={styles.days}>
        {[
          t.initials.mon,
          t.initials.tue,
          t.initials.wed,
          t.initials.thu,
          t.initials.fri,
          t.initials.sat,
          t.initials.sun,
        ].map((initial, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a weekday is its place
          <span key={index} className={cx(styles.day, styles.initial)}>
            {initial}
          </span>
        ))}
        {own.map((day, index) => (
          <Day key={day.date} day={day} follows={follows} column={index === 0 ? offset + 1 : undefined} />
        ))}
      </div>
    </div>
  )
}

function Day({ day, follows, column }: { day: CalendarDay; follows: boolean; column?: number }) {
  const t = sopCopy.use().calendars
  const off = day.workingMinutes === 0
  const words = [
    day.date,
    day.holiday ?? '',
    day.kind === 'MAKE_UP_DAY' ? t.makeUp : '',
    day.kind === 'UNKNOWN' ? t.unknownDay : '',
    day.exception ?? '',
    off ? t.off : sayShifts(day.shifts),
  ].filter((word) => word !== '')
  return (
    <span
      className={cx(
        styles.day,
        off && styles.off,
        day.kind === 'HOLIDAY' && off && styles.holiday,
        day.kind === 'MAKE_UP_DAY' && follows && styles.makeUp,
        day.kind === 'UNKNOWN' && off && styles.unknown,
        day.exception !== null && styles.exception,
      )}
      style={column === undefined ? undefined : { gridColumnStart: column }}
      title={words.join(' ')}
    >
      {Number(day.date.slice(8))}
    </span>
  )
}

import { DatePicker } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useBusinessNow } from '../../../shared/clock/clock'
import { exactTime } from '../../../shared/time'
import { Section } from '../../../shared/ui'
import { useWorkingTime } from '../api'
import styles from '../Calendars.module.css'
import { sopCopy } from '../copy'
import { MinutesInput } from './MinutesInput'

/** When a limit that begins then would be used up by this calendar. */
export function TryOut({ code }: { code: string }) {
  const t = sopCopy.use().calendars
  const now = useBusinessNow()
  const [opened] = useState(() => new Date(Math.floor(now / 60_000) * 60_000).toISOString())
  const [from, setFrom] = useState<Dayjs | null>(null)
  const [minutes, setMinutes] = useState<number | null>(8 * 60)
  const { data } = useWorkingTime(code, from?.toISOString() ?? opened, minutes ?? 0)
  return (
    <Section title={t.tryOut}>
      <div className={styles.entry}>
        <span className={styles.soft}>{t.tryFrom}</span>
        <DatePicker
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          value={from}
          placeholder={exactTime(opened).slice(0, 16)}
          aria-label={t.tryFrom}
          onChange={setFrom}
        />
        <span className={styles.soft}>{t.tryFor}</span>
        <MinutesInput name={t.tryFor} value={minutes ?? undefined} onChange={setMinutes} />
      </div>
      <p aria-live="polite">
        {data !== undefined &&
          (data.due === null ? t.tryBeyond(data.knownThrough ?? '') : t.tryDue(exactTime(data.due)))}
      </p>
    </Section>
  )
}

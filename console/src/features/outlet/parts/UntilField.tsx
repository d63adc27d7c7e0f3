import { useState } from 'react'
import { businessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { outletCopy } from '../copy'
import { fromField, likelyTimes, toField } from '../model'
import styles from './AnswerStep.module.css'

/** A time to come: the likely ones as buttons, any other by the phone's own picker. */
export function UntilField({
  label,
  value,
  onChange,
}: {
  label: string
  value: number | null
  onChange: (at: number | null) => void
}) {
  const t = outletCopy.use()
  const [now] = useState(businessNow)
  const [other, setOther] = useState(false)
  const times = likelyTimes(now)
  return (
    <fieldset className={styles.field}>
      <legend>{label}</legend>
      <div className={styles.options}>
        {times.map((at) => (
          <button
            key={at}
            type="button"
            aria-pressed={!other && value === at}
            className={cx(!other && value === at && styles.here)}
            onClick={() => {
              setOther(false)
              onChange(at)
            }}
          >
            {sayTime(at, now)}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={other}
          className={cx(other && styles.here)}
          onClick={() => setOther(true)}
        >
          {t.untilOther}
        </button>
      </div>
      {other && (
        <input
          type="datetime-local"
          aria-label={label}
          className={styles.input}
          min={toField(now)}
          value={value === null ? '' : toField(value)}
          onChange={(event) => onChange(fromField(event.target.value))}
        />
      )}
    </fieldset>
  )
}

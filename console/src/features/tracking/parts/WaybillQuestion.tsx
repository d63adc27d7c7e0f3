import { useState } from 'react'
import { trackingCopy } from '../copy'
import { isWaybill, tidyWaybill } from '../model'
import styles from '../TrackPage.module.css'

export function WaybillQuestion({ value, onAnswer }: { value: string; onAnswer: (waybill: string) => void }) {
  const t = trackingCopy.use()
  const [typed, setTyped] = useState(value)
  const [wrong, setWrong] = useState(false)
  return (
    <form
      className={styles.question}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const waybill = tidyWaybill(typed)
        setWrong(!isWaybill(waybill))
        if (isWaybill(waybill)) onAnswer(waybill)
      }}
    >
      <label>
        <h1>{t.askWaybill}</h1>
        <input
          // biome-ignore lint/a11y/noAutofocus: the screen asks nothing else
          autoFocus
          value={typed}
          inputMode="text"
          autoCapitalize="characters"
          autoComplete="off"
          spellCheck={false}
          maxLength={48}
          aria-invalid={wrong}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      {wrong ? (
        <p role="alert" className={styles.alert}>
          {t.waybillWrong}
        </p>
      ) : (
        <p className={styles.hint}>{t.waybillHint}</p>
      )}
      <button type="submit" className={styles.primary}>
        {t.next}
      </button>
    </form>
  )
}

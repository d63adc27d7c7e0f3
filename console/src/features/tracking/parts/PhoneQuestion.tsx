import { useState } from 'react'
import type { ApiProblem } from '../../../api/problem'
import { trackingCopy } from '../copy'
import styles from '../TrackPage.module.css'
import { Trouble } from './Trouble'

interface Props {
  waybill: string
  busy: boolean
  problem: ApiProblem | null
  onAnswer: (digits: string) => void
  onBack: () => void
}

export function PhoneQuestion({ waybill, busy, problem, onAnswer, onBack }: Props) {
  const t = trackingCopy.use()
  const [digits, setDigits] = useState('')
  const [wrong, setWrong] = useState(false)
  return (
    <form
      className={styles.question}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setWrong(digits.length !== 4)
        if (digits.length === 4 && !busy) onAnswer(digits)
      }}
    >
      <p className="tabular">{t.forWaybill(waybill)}</p>
      <label className={styles.digits}>
        <h1>{t.askPhone}</h1>
        <input
          // biome-ignore lint/a11y/noAutofocus: the screen asks nothing else
          autoFocus
          value={digits}
          inputMode="numeric"
          autoComplete="off"
          maxLength={4}
          aria-invalid={wrong}
          onChange={(event) => setDigits(event.target.value.replace(/\D/g, ''))}
        />
      </label>
      {problem !== null && <Trouble problem={problem} />}
      {wrong && (
        <p role="alert" className={styles.alert}>
          {t.phoneWrong}
        </p>
      )}
      <p className={styles.hint}>{t.phoneHint}</p>
      <button type="submit" className={styles.primary} disabled={busy}>
        {busy ? t.looking : t.look}
      </button>
      <button type="button" className={styles.plain} onClick={onBack}>
        {t.changeWaybill}
      </button>
    </form>
  )
}

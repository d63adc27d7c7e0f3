import { useState } from 'react'
import { trackingCopy } from '../copy'
import styles from '../TrackPage.module.css'
import { CasePhotos } from './CasePhotos'

interface Props {
  ask: string
  busy: boolean
  /** Whether something must be written. */
  needed: boolean
  /** Whether photos may come with it. */
  photos: boolean
  onSend: (text: string, photos: File[]) => void
  onCancel: () => void
}

/** A few words to us. */
export function CaseWriter({ ask, busy, needed, photos, onSend, onCancel }: Props) {
  const t = trackingCopy.use().cases
  const [text, setText] = useState('')
  const [empty, setEmpty] = useState(false)
  const [chosen, setChosen] = useState<File[]>([])
  return (
    <form
      className={styles.writer}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        const nothing = needed && text.trim() === ''
        setEmpty(nothing)
        if (!nothing && !busy) onSend(text.trim(), chosen)
      }}
    >
      <label>
        {ask}
        <textarea
          // biome-ignore lint/a11y/noAutofocus: it opens because the customer asked to write
          autoFocus
          rows={4}
          maxLength={1000}
          value={text}
          aria-invalid={empty}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {empty && (
        <p role="alert" className={styles.alert}>
          {t.empty}
        </p>
      )}
      {photos && <CasePhotos chosen={chosen} busy={busy} onChange={setChosen} />}
      <button type="submit" className={styles.primary} disabled={busy}>
        {t.send}
      </button>
      <button type="button" className={styles.plain} onClick={onCancel}>
        {t.cancel}
      </button>
    </form>
  )
}

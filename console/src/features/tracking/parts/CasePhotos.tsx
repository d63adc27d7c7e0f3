import { type ChangeEvent, useState } from 'react'
import { trackingCopy } from '../copy'
import styles from '../TrackPage.module.css'

const MOST = 3
const MOST_BYTES = 10_000_000

/** Photos that go with a message: named, and taken back by one press. */
export function CasePhotos({
  chosen,
  busy,
  onChange,
}: {
  chosen: File[]
  busy: boolean
  onChange: (photos: File[]) => void
}) {
  const t = trackingCopy.use().cases
  const [large, setLarge] = useState(false)

  function take(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    setLarge(files.some((file) => file.size > MOST_BYTES))
    onChange([...chosen, ...files.filter((file) => file.size <= MOST_BYTES)].slice(0, MOST))
  }

  return (
    <div className={styles.photos}>
      {chosen.map((photo, at) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: the same photo may be chosen twice
          key={at}
          type="button"
          className={styles.photo}
          disabled={busy}
          aria-label={t.removePhoto(at + 1)}
          onClick={() => onChange(chosen.filter((other) => other !== photo))}
        >
          {t.photo(at + 1)} ✕
        </button>
      ))}
      {chosen.length < MOST && (
        <label className={styles.addPhoto}>
          {t.addPhoto}
          <input
            type="file"
            accept="image/jpeg,image/png"
            multiple
            disabled={busy}
            onChange={take}
            className={styles.spoken}
          />
        </label>
      )}
      <p className={styles.hint}>{t.photoHint}</p>
      {large && (
        <p role="alert" className={styles.alert}>
          {t.photoLarge}
        </p>
      )}
    </div>
  )
}

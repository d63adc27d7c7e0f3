import { useState } from 'react'
import type { CustomerCase } from '../../../api/types'
import { trackingCopy } from '../copy'
import styles from '../TrackPage.module.css'

const STARS = [1, 2, 3, 4, 5]

interface Props {
  rating: CustomerCase['rating']
  /** Whether it may be given or changed. */
  open: boolean
  busy: boolean
  onRate: (stars: number, text: string) => void
}

/** How content the customer is, in stars and a few words. */
export function CaseRating({ rating, open, busy, onRate }: Props) {
  const t = trackingCopy.use().cases
  const [stars, setStars] = useState(rating?.stars ?? 0)
  const [text, setText] = useState(rating?.words ?? '')
  if (!open) {
    return rating === null ? null : <p>{t.rated(rating.stars)}</p>
  }
  return (
    <form
      className={styles.writer}
      onSubmit={(event) => {
        event.preventDefault()
        if (stars > 0 && !busy) onRate(stars, text.trim())
      }}
    >
      <fieldset className={styles.stars}>
        <legend>{t.rateAsk}</legend>
        {STARS.map((count) => (
          <label key={count} data-on={count <= stars}>
            <input
              type="radio"
              name="stars"
              checked={count === stars}
              aria-label={t.stars(count)}
              onChange={() => setStars(count)}
            />
            <span aria-hidden="true">★</span>
          </label>
        ))}
      </fieldset>
      {rating !== null && (
        <p className={styles.hint}>
          {t.rated(rating.stars)} {t.rateAgain}
        </p>
      )}
      {stars > 0 && (
        <>
          <label>
            {t.rateWords}
            <textarea
              rows={2}
              maxLength={1000}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </label>
          <button type="submit" className={styles.primary} disabled={busy}>
            {t.rate}
          </button>
        </>
      )}
    </form>
  )
}

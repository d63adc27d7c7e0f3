import { useEffect, useState } from 'react'
import { getHotline } from '../api'
import { trackingCopy } from '../copy'
import styles from '../TrackPage.module.css'

/** The way to a person; it stands on every screen. */
export function PersonBar() {
  const t = trackingCopy.use()
  const [hotline, setHotline] = useState<string | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    getHotline(stop.signal).then(setHotline, () => undefined) // without it the words below still say what to do
    return () => stop.abort()
  }, [])
  return (
    <footer className={styles.person}>
      <strong>{t.person}</strong>
      {hotline === null ? (
        <span>{t.callAny}</span>
      ) : (
        <a href={`tel:${hotline.replace(/[^\d+]/g, '')}`}>{t.call(hotline)}</a>
      )}
    </footer>
  )
}

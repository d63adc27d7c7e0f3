import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import type { ParcelView } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { MINUTE } from '../../../shared/time'
import { EmptyState } from '../../../shared/ui'
import { parcelCopy } from '../copy'
import { AcrossPicture } from './AcrossPicture'
import { DownPicture } from './DownPicture'
import { buildPicture } from './model'
import styles from './TimelinePicture.module.css'
import { tell } from './words'

const NARROW = 720

/** Where a parcel has been, how long each way took against what is usual, and what is still to come. */
export function TimelinePicture({ parcel }: { parcel: ParcelView }) {
  const t = parcelCopy.use()
  const now = useBusinessNow()
  const minute = Math.floor(now / MINUTE) * MINUTE
  const picture = useMemo(() => buildPicture(parcel, minute), [parcel, minute])
  const [frame, width] = useWidth()
  if (picture.stops.length === 0) {
    return <EmptyState title={t.pictureEmpty} />
  }
  return (
    <figure ref={frame} aria-label={t.picture}>
      {width > 0 &&
        (width >= NARROW ? (
          <AcrossPicture picture={picture} width={width} />
        ) : (
          <DownPicture picture={picture} width={width} />
        ))}
      <figcaption className={styles.legend}>
        <Legend />
        <details>
          <summary>{t.textVersion}</summary>
          <ol className={styles.text}>
            {tell(picture, t, minute).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ol>
        </details>
      </figcaption>
    </figure>
  )
}

function Legend() {
  const t = parcelCopy.use()
  return (
    <ul aria-hidden="true">
      <li>
        <i className={styles.keyBand} /> {t.usuallyBand}
      </li>
      <li>
        <i className={styles.keyActual} /> {t.actual}
      </li>
      <li>
        <i className={styles.keyLimit} /> {t.limit}
      </li>
    </ul>
  )
}

function useWidth(): [RefObject<HTMLElement | null>, number] {
  const ref = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = ref.current
    if (element === null) return
    const measure = () => setWidth(Math.floor(element.clientWidth))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return [ref, width]
}

import { CameraOutlined, CloseOutlined, LoadingOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { MAX_PHOTOS } from '../../ticket'
import { outletCopy } from '../copy'
import { compressPhoto } from '../photos'
import styles from './AnswerStep.module.css'

export interface Picture {
  /** Address of the preview; also its name. */
  preview: string
  blob: Blob
}

/** Photos from the camera, made small at once; they travel with the answer. */
export function PhotoField({
  pictures,
  onChange,
  onBusy,
  asked,
}: {
  pictures: Picture[]
  onChange: (pictures: Picture[]) => void
  /** True while a photo is made small: the answer must not leave without it. */
  onBusy: (busy: boolean) => void
  asked: boolean
}) {
  const t = outletCopy.use()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const previews = useRef<string[]>([])

  useEffect(
    () => () => {
      for (const preview of previews.current) URL.revokeObjectURL(preview)
    },
    [],
  )

  function working(now: boolean) {
    setBusy(now)
    onBusy(now)
  }

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])].slice(0, MAX_PHOTOS - pictures.length)
    event.target.value = ''
    working(true)
    const taken: Picture[] = []
    for (const file of files) {
      try {
        const blob = await compressPhoto(file)
        const preview = URL.createObjectURL(blob)
        previews.current.push(preview)
        taken.push({ preview, blob })
      } catch {
        message.error(t.photoBad)
      }
    }
    onChange([...pictures, ...taken])
    working(false)
  }

  return (
    <fieldset className={styles.field}>
      <legend>{t.photos}</legend>
      <div className={styles.photos}>
        {pictures.map((picture, index) => (
          <span key={picture.preview} className={styles.photo}>
            <img src={picture.preview} alt={t.photoAlt(index + 1)} />
            <button
              type="button"
              className={styles.remove}
              aria-label={t.removePhoto(index + 1)}
              onClick={() => onChange(pictures.filter((other) => other !== picture))}
            >
              <CloseOutlined />
            </button>
          </span>
        ))}
        {pictures.length < MAX_PHOTOS && (
          <label className={styles.add}>
            {busy ? <LoadingOutlined /> : <CameraOutlined />}
            {t.addPhoto}
            <input
              type="file"
              accept="image/*"
              capture="environment"
              className="visually-hidden"
              disabled={busy}
              onChange={(event) => void take(event)}
            />
          </label>
        )}
      </div>
      <p className={styles.hint}>{asked ? t.photoDamaged : t.photoHelp}</p>
    </fieldset>
  )
}

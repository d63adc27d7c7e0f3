import { CameraOutlined, CloseOutlined, LoadingOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { type ChangeEvent, useEffect, useState } from 'react'
import { sayCode, sayProblem } from '../../../shared/problems'
import { uploadPhoto } from '../api'
import { ticketCopy } from '../copy'
import { MAX_PHOTO_BYTES, MAX_PHOTOS } from '../model'
import styles from './PhotoPicker.module.css'

interface Picked {
  key: string
  preview: string
  /** Null while it is on its way to the server. */
  id: string | null
}

/** Takes photos from camera or files and sends each at once; the answer then only names them. */
export function PhotoPicker({
  ticketId,
  onChange,
}: {
  ticketId: string
  onChange: (ids: string[], busy: boolean) => void
}) {
  const t = ticketCopy.use()
  const { message } = App.useApp()
  const [picked, setPicked] = useState<Picked[]>([])

  useEffect(() => {
    const ids = picked.flatMap((photo) => (photo.id === null ? [] : [photo.id]))
    onChange(ids, ids.length < picked.length)
  }, [picked, onChange])

  async function send(file: File) {
    if (file.size > MAX_PHOTO_BYTES) {
      message.error(sayCode('PHOTO_TOO_LARGE'))
      return
    }
    const preview = URL.createObjectURL(file)
    const drop = () => setPicked((photos) => photos.filter((photo) => photo.key !== preview))
    setPicked((photos) => [...photos, { key: preview, preview, id: null }])
    try {
      const { id } = await uploadPhoto(ticketId, file)
      setPicked((photos) => photos.map((photo) => (photo.key === preview ? { ...photo, id } : photo)))
    } catch (problem) {
      drop()
      message.error(sayProblem(problem))
    }
  }

  function onFiles(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])].slice(0, MAX_PHOTOS - picked.length)
    for (const file of files) void send(file)
    event.target.value = ''
  }

  return (
    <div>
      <div className={styles.photos}>
        {picked.map((photo) => (
          <span key={photo.key} className={styles.photo}>
            <img src={photo.preview} alt="" />
            {photo.id === null && <LoadingOutlined />}
            <button
              type="button"
              aria-label={t.removePhoto}
              onClick={() => setPicked((photos) => photos.filter((other) => other.key !== photo.key))}
            >
              <CloseOutlined />
            </button>
          </span>
        ))}
        {picked.length < MAX_PHOTOS && (
          <label className={styles.add}>
            <CameraOutlined />
            {t.addPhoto}
            <input
              type="file"
              accept="image/jpeg,image/png"
              multiple
              onChange={onFiles}
              className="visually-hidden"
            />
          </label>
        )}
      </div>
      <small className={styles.hint}>{t.photoHint}</small>
    </div>
  )
}

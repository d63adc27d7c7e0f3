import { CloseOutlined, LoadingOutlined, PaperClipOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { type ChangeEvent, useEffect, useState } from 'react'
import { sayProblem } from '../problems'
import { fileCopy } from './copy'
import styles from './FilePicker.module.css'
import { FILE_TYPES } from './file'
import { type FileSubject, uploadFile } from './upload'

interface Picked {
  key: string
  name: string
  /** Null while it is on its way to the server. */
  id: string | null
}

let picks = 0

/** Sends each file at once; the step then only names them. */
export function FilePicker({
  subject,
  id,
  onChange,
}: {
  /** What the files belong to. */
  subject: FileSubject
  id: string
  onChange: (ids: string[], busy: boolean) => void
}) {
  const t = fileCopy.use()
  const { message } = App.useApp()
  const [picked, setPicked] = useState<Picked[]>([])

  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the files change, not when the listener does
  useEffect(() => {
    const ids = picked.flatMap((file) => (file.id === null ? [] : [file.id]))
    onChange(ids, ids.length < picked.length)
  }, [picked])

  async function send(file: File) {
    picks += 1
    const key = `${picks}`
    setPicked((files) => [...files, { key, name: file.name, id: null }])
    try {
      const kept = await uploadFile(subject, id, file)
      setPicked((files) =>
        files.map((each) => (each.key === key ? { key, name: kept.name, id: kept.id } : each)),
      )
    } catch (problem) {
      setPicked((files) => files.filter((each) => each.key !== key))
      message.error(`${file.name}：${sayProblem(problem)}`)
    }
  }

  function onFiles(event: ChangeEvent<HTMLInputElement>) {
    for (const file of event.target.files ?? []) void send(file)
    event.target.value = ''
  }

  return (
    <div>
      <ul className={styles.files}>
        {picked.map((file) => (
          <li key={file.key}>
            {file.id === null ? (
              <LoadingOutlined aria-label={t.uploading(file.name)} />
            ) : (
              <PaperClipOutlined />
            )}
            <span>{file.name}</span>
            <button
              type="button"
              aria-label={t.remove(file.name)}
              onClick={() => setPicked((files) => files.filter((other) => other.key !== file.key))}
            >
              <CloseOutlined />
            </button>
          </li>
        ))}
      </ul>
      <label className={styles.add}>
        <PaperClipOutlined /> {t.add}
        <input type="file" multiple accept={FILE_TYPES} onChange={onFiles} className="visually-hidden" />
      </label>
      <small className={styles.hint}>{t.hint}</small>
    </div>
  )
}

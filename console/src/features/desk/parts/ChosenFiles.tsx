import { CloseOutlined, FileOutlined } from '@ant-design/icons'
import { Progress } from 'antd'
import { useEffect, useState } from 'react'
import { sayProblem } from '../../../shared/problems'
import { deskCopy } from '../copy'
import type { Chosen, Uploads } from '../talk/Uploads'
import styles from './ChosenFiles.module.css'

/** Files that will be sent with the next press, how far each has come, and what was wrong with it. */
export function ChosenFiles({ conversation, uploads }: { conversation: string; uploads: Uploads }) {
  const t = deskCopy.use()
  const files = uploads.view(conversation)
  return (
    <ul className={styles.files} aria-label={t.chosenFiles}>
      {files.map((one) => (
        <li key={one.key}>
          <Preview file={one.file} />
          <span className={styles.words}>
            <span className={styles.name}>{one.file.name}</span>
            <State chosen={one} />
          </span>
          <button
            type="button"
            aria-label={`${t.dropFile} ${one.file.name}`}
            onClick={() => uploads.drop(conversation, one.key)}
          >
            <CloseOutlined />
          </button>
        </li>
      ))}
    </ul>
  )
}

function State({ chosen }: { chosen: Chosen }) {
  const t = deskCopy.use()
  if (chosen.problem === 'TOO_LARGE') return <small role="alert">{t.fileTooLarge}</small>
  if (chosen.problem !== null) {
    return <small role="alert">{t.fileFailed(sayProblem(chosen.problem))}</small>
  }
  return chosen.share === null ? (
    <small>{t.fileWaits}</small>
  ) : (
    <Progress percent={Math.round(chosen.share * 100)} size="small" aria-label={chosen.file.name} />
  )
}

function Preview({ file }: { file: File }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!file.type.startsWith('image/')) return
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address === null ? <FileOutlined /> : <img src={address} alt="" />
}

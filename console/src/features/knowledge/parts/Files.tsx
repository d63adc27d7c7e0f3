import { PaperClipOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useRef, useState } from 'react'
import type { Attachment } from '../../../api/types'
import { FILE_TYPES, FileTiles, fileUrl } from '../../../shared/files'
import { sayProblem } from '../../../shared/problems'
import { fileOf, uploadFile } from '../api'
import { knowledgeCopy } from '../copy'
import styles from '../Knowledge.module.css'

interface Props {
  article: string
  /** Those that are there; what was added since is only named. */
  files: Attachment[]
  chosen: string[]
  onChange?: (chosen: string[]) => void
}

/** Files of an article; one that is added belongs to it once the draft is saved. */
export function Files({ article, files, chosen, onChange }: Props) {
  const t = knowledgeCopy.use()
  const { message } = App.useApp()
  const picker = useRef<HTMLInputElement>(null)
  const [added, setAdded] = useState<Attachment[]>([])
  const [busy, setBusy] = useState(false)
  const shown = [...files, ...added.filter((one) => files.every((file) => file.id !== one.id))].filter(
    (file) => chosen.includes(file.id),
  )

  async function add(list: FileList | null) {
    const fresh: Attachment[] = []
    setBusy(true)
    for (const file of list ?? []) {
      try {
        fresh.push(await uploadFile(article, file))
      } catch (problem) {
        message.error(sayProblem(problem))
      }
    }
    setBusy(false)
    setAdded((before) => [...before, ...fresh])
    onChange?.([...chosen, ...fresh.map((file) => file.id)])
  }

  return (
    <>
      {shown.length > 0 && (
        <FileTiles
          files={shown}
          href={(file) => (added.some((one) => one.id === file.id) ? fileUrl(file) : fileOf(article)(file))}
          source={(file) => (
            <small>
              {t.by(file.by)}{' '}
              {onChange !== undefined && (
                <Button
                  size="small"
                  type="link"
                  aria-label={t.removeFile(file.name)}
                  onClick={() => onChange(chosen.filter((id) => id !== file.id))}
                >
                  {t.remove}
                </Button>
              )}
            </small>
          )}
        />
      )}
      {onChange !== undefined && (
        <div>
          <Button
            size="small"
            icon={<PaperClipOutlined />}
            loading={busy}
            onClick={() => picker.current?.click()}
          >
            {busy ? t.uploading : t.addFile}
          </Button>
          <input
            ref={picker}
            type="file"
            multiple
            accept={FILE_TYPES}
            aria-label={t.addFile}
            tabIndex={-1}
            className="visually-hidden"
            onChange={(event) => {
              void add(event.target.files)
              event.target.value = ''
            }}
          />
        </div>
      )}
      {shown.length === 0 && onChange === undefined && <p className={styles.soft}>{t.filesCount(0)}</p>}
    </>
  )
}

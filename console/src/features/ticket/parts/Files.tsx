import { PaperClipOutlined } from '@ant-design/icons'
import { App, Progress } from 'antd'
import { type ChangeEvent, useState } from 'react'
import type { TicketView } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { FILE_TYPES, FileTiles } from '../../../shared/files'
import { sayProblem } from '../../../shared/problems'
import { sayTime } from '../../../shared/time'
import { Section } from '../../../shared/ui'
import { useAddFiles } from '../api'
import { caseCopy } from '../copy'
import { MAX_FILES } from '../model'
import styles from './Files.module.css'

/** Files that came with notes, messages and from partners; the photos of answers stand with their answer. */
export function Files({ ticket }: { ticket: TicketView }) {
  const t = caseCopy.use().files
  const now = useBusinessNow()
  const { message } = App.useApp()
  const add = useAddFiles(ticket.id)
  const [sent, setSent] = useState<number | null>(null)
  const mayAdd = ticket.allowed.includes('NOTE')
  const files = ticket.files.filter((file) => file.source !== 'ANSWER')

  async function onFiles(event: ChangeEvent<HTMLInputElement>) {
    const chosen = [...(event.target.files ?? [])]
    event.target.value = ''
    if (chosen.length === 0) return
    if (chosen.length > MAX_FILES) {
      message.error(t.tooMany(MAX_FILES))
      return
    }
    setSent(0)
    try {
      await add.mutateAsync({ files: chosen, onSent: setSent })
    } catch (problem) {
      message.error(sayProblem(problem))
    } finally {
      setSent(null)
    }
  }

  if (files.length === 0 && !mayAdd) {
    return null
  }
  return (
    <Section title={t.title}>
      {files.length > 0 && (
        <FileTiles
          files={files}
          source={(file) => (
            <small>
              {file.source === 'MESSAGE' ? t.customer : file.by} · {sayTime(file.at, now)}
            </small>
          )}
        />
      )}
      {mayAdd && sent === null && (
        <div className={styles.line}>
          <label className={styles.add}>
            <PaperClipOutlined /> {t.add}
            <input
              type="file"
              multiple
              accept={FILE_TYPES}
              onChange={(event) => void onFiles(event)}
              className="visually-hidden"
            />
          </label>
          <small className={styles.hint}>{t.hint}</small>
        </div>
      )}
      {sent !== null && <Progress percent={Math.round(sent * 100)} aria-label={t.sending} />}
    </Section>
  )
}

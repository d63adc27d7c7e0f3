import { InboxOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Drawer, Upload } from 'antd'
import { useState } from 'react'
import { api } from '../../api/client'
import type { ImportReport } from '../../api/types'
import { sayCode, sayProblem } from '../problems'
import { sayNumber } from '../time'
import { ErrorState, SkeletonRows } from '../ui'
import { importCopy } from './copy'
import styles from './ImportDrawer.module.css'

export interface ImportColumn {
  name: string
  meaning: string
  required?: boolean
}

interface Props {
  open: boolean
  title: string
  /** Where the file goes, without `dryRun`. */
  path: string
  columns: ImportColumn[]
  templateName: string
  onClose: () => void
  onImported: () => void
}

function send(path: string, file: File, dryRun: boolean): Promise<ImportReport> {
  const form = new FormData()
  form.set('file', file)
  return api.post<ImportReport>(path, form, { query: { dryRun } })
}

/** A file is checked first, every error by row; only a clean file can be written. */
export function ImportDrawer({ open, title, path, columns, templateName, onClose, onImported }: Props) {
  const t = importCopy.use()
  const { message } = App.useApp()
  const [file, setFile] = useState<File | null>(null)
  const check = useMutation({ mutationFn: (chosen: File) => send(path, chosen, true) })
  const apply = useMutation({
    mutationFn: (chosen: File) => send(path, chosen, false),
    onSuccess: (report) => {
      message.success(t.done(sayNumber(report.created), sayNumber(report.updated)))
      onImported()
      close()
    },
    onError: (problem) => message.error(sayProblem(problem)),
  })
  const report = check.data

  function choose(chosen: File) {
    setFile(chosen)
    check.mutate(chosen)
  }

  function restart() {
    setFile(null)
    check.reset()
    apply.reset()
  }

  function close() {
    restart()
    onClose()
  }

  const ready = file !== null && report !== undefined && report.errors.length === 0
  return (
    <Drawer
      open={open}
      title={title}
      size="min(720px, 100vw)"
      onClose={close}
      footer={
        file !== null && (
          <div className={styles.footer}>
            <Button onClick={restart}>{t.again}</Button>
            <Button
              type="primary"
              disabled={!ready}
              loading={apply.isPending}
              onClick={() => file !== null && apply.mutate(file)}
            >
              {t.apply}
            </Button>
          </div>
        )
      }
    >
      {file === null && (
        <>
          <Upload.Dragger
            accept=".csv,.xlsx"
            showUploadList={false}
            beforeUpload={(chosen) => {
              choose(chosen)
              return false
            }}
          >
            <InboxOutlined className={styles.icon} />
            <p>{t.drop}</p>
            <p className={styles.soft}>{t.formats}</p>
          </Upload.Dragger>
          <Columns columns={columns} templateName={templateName} />
        </>
      )}
      {check.isPending && (
        <>
          <p role="status">{t.checking}</p>
          <SkeletonRows rows={6} />
        </>
      )}
      {check.isError && (
        <ErrorState error={check.error} onRetry={() => file !== null && check.mutate(file)} />
      )}
      {report !== undefined && <Report report={report} fileName={file?.name ?? ''} />}
    </Drawer>
  )
}

function Report({ report, fileName }: { report: ImportReport; fileName: string }) {
  const t = importCopy.use()
  const wrong = report.errors.length
  return (
    <div className={styles.report} role="status">
      <h3>{t.checked(fileName)}</h3>
      <p>
        {t.summary(
          sayNumber(report.rows),
          sayNumber(report.created),
          sayNumber(report.updated),
          sayNumber(report.unchanged),
        )}
      </p>
      <p className={wrong > 0 ? styles.wrong : styles.clean}>
        {wrong > 0 ? t.wrong(sayNumber(wrong)) : t.clean}
      </p>
      {wrong > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t.row}</th>
              <th scope="col">{t.field}</th>
              <th scope="col">{t.value}</th>
              <th scope="col">{t.problem}</th>
            </tr>
          </thead>
          <tbody>
            {report.errors.map((error) => (
              <tr key={`${error.row} ${error.field} ${error.code} ${error.value}`}>
                <td>{error.row}</td>
                <td>{error.field}</td>
                <td>{error.value}</td>
                <td>{sayCode(error.code) ?? error.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function Columns({ columns, templateName }: { columns: ImportColumn[]; templateName: string }) {
  const t = importCopy.use()
  // the mark makes Excel read UTF-8
  const template = `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${columns.map((c) => c.name).join(',')}\r\n`)}`
  return (
    <div className={styles.report}>
      <div className={styles.line}>
        <h3>{t.columns}</h3>
        <a href={template} download={templateName}>
          {t.template}
        </a>
      </div>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t.column}</th>
            <th scope="col">{t.meaning}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column.name}>
              <td>
                <code>{column.name}</code>
              </td>
              <td>
                {column.meaning}
                {column.required && <span className={styles.wrong}> {t.required}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

import { InboxOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Drawer, Upload } from 'antd'
import { useState } from 'react'
import { api } from '../../api/client'
import type { ImportReport } from '../../api/types'
import { sayProblem } from '../problems'
import { sayNumber } from '../time'
import { ErrorState, SkeletonRows } from '../ui'
import { Columns, type ImportColumn } from './Columns'
import { importCopy } from './copy'
import { Faults } from './Faults'
import styles from './ImportDrawer.module.css'

interface Props {
  open: boolean
  title: string
  /** Where the file goes, without `dryRun`. */
  path: string
  columns: ImportColumn[]
  templateName: string
  onClose: () => void
  onImported: () => void
  /** What the report means, where rows are not things that are made or changed. */
  say?: (report: ImportReport) => string
}

function send(path: string, file: File, dryRun: boolean): Promise<ImportReport> {
  const form = new FormData()
  form.set('file', file)
  return api.post<ImportReport>(path, form, { query: { dryRun } })
}

/** A file is checked first, every error by row; only a clean file can be written. */
export function ImportDrawer(props: Props) {
  const { open, title, path, columns, templateName, onClose, onImported, say } = props
  const t = importCopy.use()
  const { message } = App.useApp()
  const [file, setFile] = useState<File | null>(null)
  const check = useMutation({ mutationFn: (chosen: File) => send(path, chosen, true) })
  const apply = useMutation({
    mutationFn: (chosen: File) => send(path, chosen, false),
    onSuccess: (report) => {
      message.success(say?.(report) ?? t.done(sayNumber(report.created), sayNumber(report.updated)))
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
      {report !== undefined && <Report report={report} fileName={file?.name ?? ''} say={say} />}
    </Drawer>
  )
}

function Report({ report, fileName, say }: { report: ImportReport; fileName: string } & Pick<Props, 'say'>) {
  const t = importCopy.use()
  const wrong = report.errors.length
  return (
    <div className={styles.report} role="status">
      <h3>{t.checked(fileName)}</h3>
      <p>
        {say?.(report) ??
          t.summary(
            sayNumber(report.rows),
            sayNumber(report.created),
            sayNumber(report.updated),
            sayNumber(report.unchanged),
          )}
      </p>
      <p className={wrong > 0 ? styles.wrong : styles.clean}>
        {wrong > 0 ? t.wrong(sayNumber(wrong)) : t.clean}
      </p>
      {wrong > 0 && <Faults faults={report.errors} />}
    </div>
  )
}

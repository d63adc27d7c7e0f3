import { InboxOutlined } from '@ant-design/icons'
import { App, Upload } from 'antd'
import { sayProblem } from '../../shared/problems'
import { EmptyState, ErrorState, PageFrame, Section, SkeletonRows } from '../../shared/ui'
import { useCan } from '../identity'
import { useImports, useUpload } from './api'
import { scanCopy } from './copy'
import styles from './ImportsPage.module.css'
import { MAX_BYTES } from './model'
import { Guide } from './parts/Guide'
import { JobCard } from './parts/JobCard'
import { Stream } from './parts/Stream'

/** Files of scans: dropped, watched while they are read, and their errors taken home. */
export default function ImportsPage() {
  const t = scanCopy.use()
  const { message } = App.useApp()
  const can = useCan()
  const jobs = useImports()
  const upload = useUpload()

  function send(file: File) {
    if (file.size > MAX_BYTES) {
      message.error(t.tooLarge)
      return
    }
    upload.mutate(file, {
      onSuccess: () => message.success(t.uploadDone),
      onError: (problem) => message.error(sayProblem(problem)),
    })
  }

  return (
    <PageFrame title={t.title} aside={t.hint}>
      <div className={styles.columns}>
        <div className={styles.column}>
          <Upload.Dragger
            accept=".csv,.ndjson,.jsonl,.json,.gz"
            showUploadList={false}
            disabled={upload.isPending}
            beforeUpload={(file) => {
              send(file)
              return false
            }}
          >
            <InboxOutlined className={styles.icon} />
            <p>{upload.isPending ? t.uploading(upload.variables.name) : t.drop}</p>
            <p className={styles.soft}>{t.dropHint}</p>
          </Upload.Dragger>
          {can('scans.write') && <Stream />}
          <Section title={t.history} flush>
            {jobs.isError && (
              <ErrorState
                error={jobs.error}
                over={jobs.data !== undefined}
                onRetry={() => void jobs.refetch()}
              />
            )}
            {jobs.data === undefined && !jobs.isError && <SkeletonRows rows={4} height={76} />}
            {jobs.data?.length === 0 && <EmptyState title={t.emptyTitle}>{t.emptyHint}</EmptyState>}
            <ul>
              {jobs.data?.map((job) => (
                <JobCard key={job.id} job={job} />
              ))}
            </ul>
          </Section>
        </div>
        <Guide />
      </div>
    </PageFrame>
  )
}

import { Button, Progress } from 'antd'
import type { ExportJob } from '../../../api/types'
import { exactTime, sayNumber } from '../../../shared/time'
import { Tag } from '../../../shared/ui'
import { fileUrl, useCancelExport } from '../api'
import { exportCopy } from '../copy'
import { isOpen, percentOf, STATE_MEANING } from '../model'
import styles from './ExportMenu.module.css'

/** One export: how far it is, the file, or why there is none. */
export function ExportRow({ job }: { job: ExportJob }) {
  const t = exportCopy.use()
  const cancel = useCancelExport()
  return (
    <li className={styles.job}>
      <div className={styles.line}>
        <strong className={styles.title}>{job.title}</strong>
        <Tag meaning={STATE_MEANING[job.state]}>{t.state[job.state]}</Tag>
        <span className={styles.end}>
          {job.state === 'DONE' && (
            <a href={fileUrl(job)} download>
              {t.download}
            </a>
          )}
          {isOpen(job) && (
            <Button type="link" size="small" loading={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
              {t.cancel}
            </Button>
          )}
        </span>
      </div>
      {isOpen(job) && (
        <Progress percent={percentOf(job)} size="small" status="active" aria-label={job.title} />
      )}
      <p className={styles.soft}>
        <span className="tabular">{exactTime(job.createdAt)}</span>
        {' · '}
        <span className="tabular">
          {isOpen(job)
            ? t.rows(sayNumber(job.rowsDone), sayNumber(job.rowsTotal))
            : t.allRows(sayNumber(job.rowsDone))}
        </span>
        {job.bytes !== null && ` · ${t.size((job.bytes / 1_048_576).toFixed(1))}`}
      </p>
      {job.failure !== null && <p className={styles.wrong}>{t.failure[job.failure]}</p>}
    </li>
  )
}

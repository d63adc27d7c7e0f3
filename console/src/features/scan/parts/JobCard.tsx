import { Progress } from 'antd'
import type { ImportJob } from '../../../api/types'
import { sayCode } from '../../../shared/problems'
import { exactTime, sayDuration, sayNumber } from '../../../shared/time'
import { Tag } from '../../../shared/ui'
import { errorsUrl } from '../api'
import { scanCopy } from '../copy'
import styles from '../ImportsPage.module.css'
import { percentOf, rowsOf, STATE_MEANING, tookOf } from '../model'

/** One file: how far it is, what came of it, and the lines to correct. */
export function JobCard({ job }: { job: ImportJob }) {
  const t = scanCopy.use()
  const took = tookOf(job)
  return (
    <li className={styles.job}>
      <div className={styles.line}>
        <strong>{job.fileName}</strong>
        <Tag meaning={STATE_MEANING[job.state]}>{t.state[job.state]}</Tag>
        <span className={styles.soft}>
          {job.startedAt === null ? t.waiting : t.by(job.by.name, exactTime(job.startedAt))}
          {took !== null && ` · ${t.took(sayDuration(took))}`}
        </span>
        {job.rejected > 0 && (
          <a href={errorsUrl(job)} download className={styles.end}>
            {t.errors}
          </a>
        )}
      </div>
      {(job.state === 'RUNNING' || job.state === 'QUEUED') && (
        <Progress
          percent={percentOf(job)}
          size="small"
          status="active"
          format={(percent) => t.progress(String(percent))}
          aria-label={job.fileName}
        />
      )}
      {job.failure !== null && (
        <p className={styles.wrong}>{t.failed(sayCode(job.failure) ?? job.failure)}</p>
      )}
      <dl className={styles.counts}>
        <div>
          <dd>{t.lines(sayNumber(rowsOf(job)))}</dd>
        </div>
        <div>
          <dt>{t.accepted}</dt>
          <dd>{sayNumber(job.accepted)}</dd>
        </div>
        <div>
          <dt>{t.duplicates}</dt>
          <dd>{sayNumber(job.duplicates)}</dd>
        </div>
        <div className={job.rejected > 0 ? styles.wrong : undefined}>
          <dt>{t.rejected}</dt>
          <dd>{sayNumber(job.rejected)}</dd>
        </div>
      </dl>
    </li>
  )
}

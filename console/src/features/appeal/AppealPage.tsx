import { Button } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { useShortcut } from '../../shared/keyboard'
import { ErrorState, PageFrame, Section, SkeletonRows, Tag } from '../../shared/ui'
import styles from './AppealPage.module.css'
import { useAppeal } from './api'
import { appealCopy } from './copy'
import { STATE_MEANING } from './model'
import { Asked } from './parts/Asked'
import { Deadline } from './parts/Deadline'
import { Facts } from './parts/Facts'
import { FileList } from './parts/FileList'
import { History } from './parts/History'
import { Replies } from './parts/Replies'
import { StepBar } from './parts/StepBar'
import { Way } from './parts/Way'

/** An appeal on one page: what is asked by when, both texts, the evidence, and everything that happened. */
export default function AppealPage() {
  const t = appealCopy.use()
  const navigate = useNavigate()
  const { id = '' } = useParams()
  const { data: view, error, isError, refetch } = useAppeal(id)
  useShortcut('Escape', t.back, () => void navigate('/appeals'))

  if (view === undefined) {
    return (
      <PageFrame title={t.title}>
        {isError ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonRows rows={12} />}
      </PageFrame>
    )
  }
  const { appeal } = view
  return (
    <PageFrame
      title={t.appeal(appeal.number)}
      aside={
        <span className={styles.tags}>
          <Tag meaning={STATE_MEANING[appeal.state]} strong>
            {t.state[appeal.state]}
          </Tag>
          {appeal.round > 1 && <Tag meaning="act">{t.second}</Tag>}
          {appeal.late && <Tag meaning="act">{t.late}</Tag>}
          {appeal.finding !== null && <Tag>{t.finding[appeal.finding]}</Tag>}
          {appeal.refusal !== null && <Tag>{t.refusal[appeal.refusal]}</Tag>}
        </span>
      }
      actions={<Button onClick={() => void navigate('/appeals')}>{t.list}</Button>}
    >
      {isError && <ErrorState error={error} over onRetry={() => void refetch()} />}
      <Way state={appeal.state} />
      <div className={styles.top}>
        <Deadline appeal={appeal} />
        <StepBar view={view} />
      </div>
      <div className={styles.columns}>
        <div className={styles.main}>
          <div className={styles.texts}>
            <Section title={t.authorityText}>
              <h3 className={styles.small}>{t.content}</h3>
              <p className={styles.text}>{view.content}</p>
              <h3 className={styles.small}>{t.request}</h3>
              <p className={styles.text}>{view.request}</p>
            </Section>
            <Replies view={view} />
          </div>
          <Section title={t.evidence}>
            <FileList files={view.files} />
          </Section>
          {view.asked.length > 0 && (
            <Section title={t.asked}>
              <Asked asked={view.asked} />
            </Section>
          )}
        </div>
        <aside className={styles.side}>
          <Facts view={view} />
          <Section title={t.history}>
            <History steps={view.history} />
          </Section>
        </aside>
      </div>
    </PageFrame>
  )
}

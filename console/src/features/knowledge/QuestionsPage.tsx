import { App, Button, Modal, Select } from 'antd'
import { useEffect, useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import type { QuestionGroup } from '../../api/types'
import { sayTime } from '../../shared/time'
import {
  Chip,
  EmptyState,
  ErrorState,
  PageFrame,
  ReasonDialog,
  SkeletonRows,
  Tag,
  useSetFilter,
} from '../../shared/ui'
import { useArticles, useQuestionAct, useQuestions } from './api'
import { knowledgeCopy } from './copy'
import styles from './Knowledge.module.css'
import { KnowledgeTabs } from './parts/KnowledgeTabs'

const STATES = ['OPEN', 'ANSWERED', 'LEFT_OUT'] as const

/** Questions that nothing answers well, for those who write articles. */
export default function QuestionsPage() {
  const t = knowledgeCopy.use()
  const [params] = useSearchParams()
  const set = useSetFilter(() => undefined)
  const state = params.get('state') ?? 'OPEN'
  const { rows, error, retry, hasMore, more, loadingMore } = useQuestions(state)
  return (
    <PageFrame title={t.questions} aside={<KnowledgeTabs />}>
      <p className={styles.soft}>{t.questionsHint}</p>
      <div className={styles.bar}>
        {STATES.map((one) => (
          <Chip
            key={one}
            on={state === one}
            words={t.groupState[one]}
            onPress={() => set('state', one === 'OPEN' ? null : one)}
          />
        ))}
      </div>
      {error !== null && <ErrorState error={error} over={rows !== undefined} onRetry={retry} />}
      {rows === undefined && error === null && <SkeletonRows rows={8} height={64} />}
      {rows?.length === 0 && <EmptyState title={t.noQuestions}>{t.noQuestionsHint}</EmptyState>}
      {rows !== undefined && rows.length > 0 && (
        <ul className={styles.groups} aria-label={t.questions}>
          {rows.map((group) => (
            <li key={group.counted.id}>
              <Group group={group} />
            </li>
          ))}
        </ul>
      )}
      {hasMore && (
        <Button loading={loadingMore} onClick={more}>
          {t.moreQuestions}
        </Button>
      )}
    </PageFrame>
  )
}

function Group({ group }: { group: QuestionGroup }) {
  const t = knowledgeCopy.use()
  const go = useNavigate()
  const act = useQuestionAct()
  const { message } = App.useApp()
  const [asking, setAsking] = useState<'leave' | 'article' | null>(null)
  const { counted, nearest } = group
  const now = Date.now()
  const reasons = (['noAnswer', 'notHelpful'] as const).filter((one) => counted[one] > 0)

  function addTo(article: string) {
    act.mutate(
      { act: 'article', group: counted.id, article },
      {
        onSuccess: () => {
          message.success(t.added)
          void go(`/knowledge/${article}`)
        },
      },
    )
  }

  return (
    <>
      <span className={styles.head}>
        <strong>{counted.question}</strong>
        <Tag meaning="watch">{t.asked(counted.count)}</Tag>
        {reasons.map((one) => (
          <Tag key={one}>
            {t.reasons[one]} {counted[one]}
          </Tag>
        ))}
        <span className={styles.soft}>{t.last(sayTime(counted.lastAt, now))}</span>
      </span>
      {counted.said.length > 0 && (
        <div className={styles.soft}>
          {t.alsoSaid}
          <ul className={styles.said}>
            {counted.said.map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </div>
      )}
      {counted.state === 'OPEN' ? (
        <span className={styles.actions}>
          <Button
            size="small"
            type="primary"
            onClick={() =>
              void go(`/knowledge/new?group=${counted.id}&question=${encodeURIComponent(counted.question)}`)
            }
          >
            {t.writeFor}
          </Button>
          {nearest !== null && (
            <Button size="small" loading={act.isPending} onClick={() => addTo(nearest.article)}>
              {t.addToNearest(nearest.title)}
            </Button>
          )}
          <Button size="small" onClick={() => setAsking('article')}>
            {t.addTo}
          </Button>
          <Button size="small" onClick={() => setAsking('leave')}>
            {t.leaveOut}
          </Button>
        </span>
      ) : (
        <span className={styles.soft}>
          {counted.endedAt !== null && t.endedBy(counted.by ?? '', sayTime(counted.endedAt, now))}{' '}
          {counted.reason !== '' && t.why(counted.reason)}{' '}
          {counted.article !== null && <Link to={`/knowledge/${counted.article}`}>{t.openArticle}</Link>}
        </span>
      )}
      {asking === 'leave' && (
        <ReasonDialog
          title={t.leaveOut}
          reason={t.reason}
          cancel={t.cancel}
          saving={act.isPending}
          onClose={() => setAsking(null)}
          onSay={(reason) =>
            act.mutate(
              { act: 'leave', group: counted.id, reason },
              {
                onSuccess: () => {
                  setAsking(null)
                  message.success(t.leftOut)
                },
              },
            )
          }
        />
      )}
      {asking === 'article' && (
        <ArticleDialog saving={act.isPending} onClose={() => setAsking(null)} onPick={addTo} />
      )}
    </>
  )
}

function ArticleDialog(props: { saving: boolean; onClose: () => void; onPick: (article: string) => void }) {
  const t = knowledgeCopy.use()
  const [typed, setTyped] = useState('')
  const [words, setWords] = useState('')
  const [picked, setPicked] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setWords(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  const { rows } = useArticles({
    words: words === '' ? null : words,
    which: null,
    category: null,
    audience: null,
  })
  return (
    <Modal
      open
      title={t.addTo}
      okText={t.addTo}
      cancelText={t.cancel}
      confirmLoading={props.saving}
      okButtonProps={{ disabled: picked === null }}
      onOk={() => picked !== null && props.onPick(picked)}
      onCancel={props.onClose}
    >
      <Select
        autoFocus
        aria-label={t.pickArticle}
        placeholder={t.pickArticle}
        style={{ width: '100%' }}
        value={picked}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        options={rows
          ?.filter((row) => row.mayEdit)
          .map((row) => ({ value: row.id, label: `${t.number(row.number)} ${row.title}` }))}
        onChange={setPicked}
      />
    </Modal>
  )
}

import { useState } from 'react'
import { Link, useParams, useSearchParams } from 'react-router'
import type { Article, ArticleVersion } from '../../api/types'
import { useBusinessNow } from '../../shared/clock/clock'
import { sayDay, sayTime } from '../../shared/time'
import { ErrorState, PageFrame, Section, SkeletonRows, Tag } from '../../shared/ui'
import { useArticle, useArticleAct, useVersion } from './api'
import { knowledgeCopy } from './copy'
import styles from './Knowledge.module.css'
import { Comparison } from './parts/Comparison'
import { Files } from './parts/Files'
import { NewArticle } from './parts/NewArticle'
import { Preview } from './parts/Preview'
import { useReview } from './parts/Review'
import { Versions } from './parts/Versions'
import { WriteArticle } from './parts/WriteArticle'

/** One article: what it says, what is in the making, and what it said before. */
export default function ArticlePage() {
  const t = knowledgeCopy.use()
  const { id = 'new' } = useParams()
  const [params] = useSearchParams()
  const fresh = id === 'new'
  const { data, error, refetch } = useArticle(fresh ? null : id)
  if (fresh) {
    return (
      <PageFrame title={t.newTitle} aside={<Back />}>
        <NewArticle question={params.get('question')} group={params.get('group')} />
      </PageFrame>
    )
  }
  const shown = data?.making ?? data?.inForce ?? null
  return (
    <PageFrame
      title={shown?.body.title || t.title}
      aside={
        <>
          {data !== undefined && <span className={styles.soft}>{t.number(data.number)}</span>}
          <Back />
        </>
      }
    >
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={10} height={40} />}
      {data !== undefined && <Shown article={data} />}
    </PageFrame>
  )
}

function Back() {
  const t = knowledgeCopy.use()
  return <Link to="/knowledge">{t.back}</Link>
}

function Shown({ article }: { article: Article }) {
  const [chosen, setChosen] = useState<number | null>(null)
  // Whoever reviews wants to see first what would be said differently.
  const [compared, setCompared] = useState<number | null>(
    article.making?.row.state === 'SUBMITTED' ? (article.inForce?.row.version ?? null) : null,
  )
  const newest = article.versions[0]?.version ?? null
  const own = article.making ?? article.inForce
  const other = useVersion(
    article.id,
    chosen !== null && chosen !== own?.row.version ? chosen : own === null ? newest : null,
  )
  const before = useVersion(article.id, compared)
  const failed = [other, before].find((one) => one.error !== null)
  const shown: ArticleVersion | null | undefined =
    chosen === null || chosen === own?.row.version ? (own ?? other.data) : other.data
  return (
    <div className={styles.page}>
      <div className={styles.pane}>
        {failed !== undefined && (
          <ErrorState error={failed.error} over={shown != null} onRetry={() => void failed.refetch()} />
        )}
        {shown == null ? (
          failed === undefined && <SkeletonRows rows={8} height={40} />
        ) : (
          <>
            {compared !== null && before.data !== undefined && (
              <Comparison
                version={compared}
                before={before.data.body}
                after={shown.body}
                onClose={() => setCompared(null)}
              />
            )}
            {shown.row.state === 'DRAFT' && article.mayEdit ? (
              <WriteArticle key={shown.row.version} article={article} version={shown} />
            ) : (
              <Read article={article} version={shown} />
            )}
          </>
        )}
      </div>
      <Versions
        article={article}
        shown={shown?.row.version ?? null}
        onShow={setChosen}
        onCompare={(version) => setCompared(version === compared ? null : version)}
      />
    </div>
  )
}

function Read({ article, version }: { article: Article; version: ArticleVersion }) {
  const t = knowledgeCopy.use()
  const act = useArticleAct()
  const { buttons, dialog } = useReview(article, version, act)
  const { body, row } = version
  const now = useBusinessNow()
  const begins = row.from === null ? t.fromApproval : t.from(sayTime(row.from, now))
  return (
    <>
      <Section title={body.title} extra={<span className={styles.actions}>{buttons}</span>}>
        <div className={styles.pane}>
          <span className={styles.tags}>
            <Tag meaning={row.inForce ? 'good' : 'plain'}>
              {t.version(row.version)} · {row.inForce ? t.inForceTag : t.state[row.state]}
            </Tag>
            <Tag>{t.category[body.category]}</Tag>
            <Tag>{t.audience[body.audience]}</Tag>
            {body.standard && (
              <Tag meaning="watch">
                {t.standard} · {t.standardHint}
              </Tag>
            )}
            <span className={styles.soft}>
              {article.unit.name} · {begins} ·{' '}
              {row.until === null ? t.noEnd : t.until(sayDay(Date.parse(row.until), now))}
            </span>
          </span>
          <p className={styles.text}>{body.text}</p>
          {body.english !== null && <p className={styles.text}>{body.english}</p>}
          {body.source !== null && (
            <p className={styles.soft}>{t.source(body.source.name, body.source.date)}</p>
          )}
          {body.similar.length > 0 && (
            <div className={styles.soft}>
              {t.fields.similar}
              <ul className={styles.said}>
                {body.similar.map((one) => (
                  <li key={one}>{one}</li>
                ))}
              </ul>
            </div>
          )}
          {version.files.length > 0 && (
            <Files article={article.id} files={version.files} chosen={body.files} />
          )}
          {!article.mayEdit && article.versions.length > 1 && <p className={styles.soft}>{t.keptAbove}</p>}
        </div>
      </Section>
      <Preview body={body} />
      {dialog}
    </>
  )
}

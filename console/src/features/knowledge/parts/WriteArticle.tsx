import { App, Button } from 'antd'
import { useState } from 'react'
import type { Article, ArticleVersion } from '../../../api/types'
import { ReasonDialog, Section, Tag } from '../../../shared/ui'
import { useArticleAct } from '../api'
import { knowledgeCopy } from '../copy'
import styles from '../Knowledge.module.css'
import { same } from '../model'
import { sayFlaw } from '../words'
import { ArticleForm, type Written } from './ArticleForm'
import { Files } from './Files'
import { Preview } from './Preview'

function writtenIn({ body, row }: ArticleVersion): Written {
  return { body, similar: body.similar.join('\n'), note: row.note, from: row.from, until: row.until }
}

function saidIn({ body, note, from, until }: Written) {
  const moment = (at: string | null) => (at === null ? null : Date.parse(at))
  return { body, note, from: moment(from), until: moment(until) }
}

/** A draft that is being written, and what a customer would read. */
export function WriteArticle({ article, version }: { article: Article; version: ArticleVersion }) {
  const t = knowledgeCopy.use()
  const { message } = App.useApp()
  const act = useArticleAct()
  const { row } = version
  // What stood there when this was read: a save says so, and is refused where a colleague has saved since.
  const [base, setBase] = useState(version)
  const [written, setWritten] = useState(() => writtenIn(version))
  const [dropping, setDropping] = useState(false)
  const unsaved = !same(saidIn(written), saidIn(writtenIn(base)))
  const step = { id: article.id, version: row.version, revision: base.row.revision }
  const behind = row.revision > base.row.revision && !act.isPending
  if (behind && !unsaved) read(version)

  function read(one: ArticleVersion) {
    setBase(one)
    setWritten(writtenIn(one))
  }

  function save() {
    const sent = written
    const { body, note, from, until } = sent
    act.mutate(
      { act: 'save', ...step, body, note, from, until },
      {
        onSuccess: ({ making }) => {
          if (making !== null) {
            setBase(making)
            // What was typed while it was on its way stays, to be saved next.
            setWritten((now) => (same(saidIn(now), saidIn(sent)) ? writtenIn(making) : now))
          }
          message.success(t.saved)
        },
      },
    )
  }

  return (
    <>
      <Section
        title={t.version(row.version)}
        extra={
          <span className={styles.actions}>
            {unsaved && <Tag meaning="act">{t.unsaved}</Tag>}
            <Button
              size="small"
              type="primary"
              disabled={!unsaved || behind}
              loading={act.isPending}
              onClick={save}
            >
              {t.save}
            </Button>
            {unsaved && (
              <Button size="small" onClick={() => read(behind ? version : base)}>
                {t.undo}
              </Button>
            )}
            <Button
              size="small"
              disabled={unsaved || version.flaws.length > 0}
              loading={act.isPending}
              onClick={() =>
                act.mutate({ act: 'submit', ...step }, { onSuccess: () => void message.success(t.submitted) })
              }
            >
              {t.submit}
            </Button>
            <Button size="small" onClick={() => setDropping(true)}>
              {t.drop}
            </Button>
          </span>
        }
      >
        <div className={styles.pane}>
          {behind && unsaved && (
            <div className={styles.flaws} role="alert">
              {t.changedMeanwhile}{' '}
              <Button size="small" onClick={() => read(version)}>
                {t.readAnew}
              </Button>
            </div>
          )}
          {row.reason !== '' && (
            <div className={styles.flaws} role="alert">
              {t.gaveBack(row.reason)}
            </div>
          )}
          {version.flaws.length > 0 && (
            <div className={styles.flaws} role="status">
              {t.flaws}
              <ul>
                {version.flaws.map((flaw) => (
                  <li key={`${flaw.field} ${flaw.reason}`}>{sayFlaw(flaw)}</li>
                ))}
              </ul>
            </div>
          )}
          <ArticleForm
            written={written}
            onChange={(change) => setWritten((before) => ({ ...before, ...change }))}
          />
          <div>
            <span className={styles.label}>{t.fields.files}</span>
            <Files
              article={article.id}
              files={version.files}
              chosen={written.body.files}
              onChange={(files) => setWritten((before) => ({ ...before, body: { ...before.body, files } }))}
            />
          </div>
        </div>
      </Section>
      <Preview body={written.body} />
      {dropping && (
        <ReasonDialog
          title={t.drop}
          reason={t.reason}
          cancel={t.cancel}
          saving={act.isPending}
          onClose={() => setDropping(false)}
          onSay={(reason) =>
            act.mutate(
              { act: 'drop', ...step, reason },
              {
                onSuccess: () => {
                  setDropping(false)
                  message.success(t.dropped)
                },
              },
            )
          }
        />
      )}
    </>
  )
}

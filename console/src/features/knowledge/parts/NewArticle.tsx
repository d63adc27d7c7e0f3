import { App, Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { Section } from '../../../shared/ui'
import { UnitPicker } from '../../../shared/units'
import { useMe } from '../../identity'
import { useArticleAct } from '../api'
import { knowledgeCopy } from '../copy'
import styles from '../Knowledge.module.css'
import { blank } from '../model'
import { ArticleForm, type Written } from './ArticleForm'
import { Preview } from './Preview'

/** An article before there is one: a question that nothing answers may be where it begins. */
export function NewArticle({ question, group }: { question: string | null; group: string | null }) {
  const t = knowledgeCopy.use()
  const me = useMe()
  const go = useNavigate()
  const { message } = App.useApp()
  const act = useArticleAct()
  const [unit, setUnit] = useState<string | undefined>(undefined)
  const [written, setWritten] = useState<Written>(() => ({
    body: { ...blank(null), similar: question === null ? [] : [question] },
    similar: question ?? '',
    note: '',
    from: null,
    until: null,
  }))

  function write() {
    act.mutate(
      { act: 'write', unit: unit ?? null, note: written.note, body: written.body, group },
      {
        onSuccess: (article) => {
          message.success(t.created)
          const begun = article.making?.row
          if (begun === undefined || (written.from === null && written.until === null)) {
            void go(`/knowledge/${article.id}`, { replace: true })
            return
          }
          act.mutate(
            {
              act: 'save',
              id: article.id,
              version: begun.version,
              revision: begun.revision,
              body: written.body,
              note: written.note,
              from: written.from,
              until: written.until,
            },
            { onSettled: () => void go(`/knowledge/${article.id}`, { replace: true }) },
          )
        },
      },
    )
  }

  return (
    <div className={styles.page}>
      <div className={styles.pane}>
        <Section
          title={t.newTitle}
          extra={
            <Button size="small" type="primary" loading={act.isPending} onClick={write}>
              {t.save}
            </Button>
          }
        >
          <div className={styles.pane}>
            <div>
              <span className={styles.label}>{t.fields.unit}</span>
              <UnitPicker
                placeholder={`${me.unit.name} · ${t.unitSearch}`}
                value={unit}
                onChange={(code) => setUnit(code)}
              />
              <span className={styles.hint}>{t.hints.unit}</span>
            </div>
            <ArticleForm
              written={written}
              onChange={(change) => setWritten((before) => ({ ...before, ...change }))}
            />
            <span className={styles.hint}>{t.hints.files}</span>
          </div>
        </Section>
      </div>
      <Preview body={written.body} />
    </div>
  )
}

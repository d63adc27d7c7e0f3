import { App, Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Article, ArticleVersion } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { ReasonDialog } from '../../../shared/ui'
import { useCan } from '../../identity'
import type { useArticleAct } from '../api'
import { knowledgeCopy } from '../copy'
import styles from '../Knowledge.module.css'

type Asked = 'return' | 'drop' | 'out'

/** What may be done with a version that is not being written, and the question why where that has to be said. */
export function useReview(
  article: Article,
  version: ArticleVersion,
  act: ReturnType<typeof useArticleAct>,
): { buttons: ReactNode; dialog: ReactNode } {
  const t = knowledgeCopy.use()
  const can = useCan()
  const { message, modal } = App.useApp()
  const [asked, setAsked] = useState<Asked | null>(null)
  const { row } = version
  const now = useBusinessNow()
  const later = row.from !== null && Date.parse(row.from) > now ? row.from : null
  const step = { id: article.id, version: row.version, revision: row.revision }
  if (!article.mayEdit) return { buttons: null, dialog: null }

  const words = {
    return: { title: t.giveBack, done: t.givenBack },
    drop: { title: t.drop, done: t.dropped },
    out: { title: t.takeOut, done: t.takenOut },
  }

  function approve() {
    modal.confirm({
      title: t.approveAsk,
      content: later === null ? t.approveHint : t.approveHintFrom(sayTime(later, now)),
      okText: t.approve,
      cancelText: t.cancel,
      onOk: () =>
        act
          .mutateAsync({ act: 'approve', ...step })
          .then(() => message.success(later === null ? t.approved : t.approvedFrom(sayTime(later, now))))
          .catch(() => undefined),
    })
  }

  return {
    buttons: (
      <>
        {row.state === 'SUBMITTED' && can('knowledge.approve') && (
          <>
            <Button size="small" type="primary" disabled={row.mine} loading={act.isPending} onClick={approve}>
              {t.approve}
            </Button>
            <Button size="small" onClick={() => setAsked('return')}>
              {t.giveBack}
            </Button>
          </>
        )}
        {row.state === 'SUBMITTED' && can('knowledge.edit') && (
          <Button size="small" onClick={() => setAsked('drop')}>
            {t.drop}
          </Button>
        )}
        {row.state === 'SUBMITTED' && row.mine && <span className={styles.soft}>{t.second}</span>}
        {article.making === null && can('knowledge.edit') && (
          <Button
            size="small"
            loading={act.isPending}
            onClick={() =>
              act.mutate({ act: 'begin', id: article.id }, { onSuccess: () => void message.success(t.begun) })
            }
          >
            {t.begin}
          </Button>
        )}
        {row.state === 'APPROVED' && can('knowledge.approve') && (
          <Button size="small" danger onClick={() => setAsked('out')}>
            {t.takeOut}
          </Button>
        )}
      </>
    ),
    dialog: asked !== null && (
      <ReasonDialog
        title={words[asked].title}
        reason={t.reason}
        cancel={t.cancel}
        saving={act.isPending}
        onClose={() => setAsked(null)}
        onSay={(reason) =>
          act.mutate(
            { act: asked, ...step, reason },
            {
              onSuccess: () => {
                setAsked(null)
                message.success(words[asked].done)
              },
            },
          )
        }
      />
    ),
  }
}

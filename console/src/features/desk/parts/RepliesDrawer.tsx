import { Button, Drawer, Popconfirm } from 'antd'
import { useState } from 'react'
import type { Reply } from '../../../api/types'
import { EmptyState, ErrorState, SkeletonRows } from '../../../shared/ui'
import { deskCopy } from '../copy'
import { useReplies, useReplyChange } from '../replies'
import styles from './RepliesDrawer.module.css'
import { ReplyForm } from './ReplyForm'

/** The sentences I may say, and where I change those that are mine to change. */
export function RepliesDrawer({ onClose }: { onClose: () => void }) {
  const t = deskCopy.use()
  const { data, error, refetch } = useReplies(true)
  const [edited, setEdited] = useState<Reply | 'new' | null>(null)
  const owners = [...new Map(data?.map((reply) => [reply.unit?.code ?? '', reply.unit?.name])).entries()]
  return (
    <Drawer
      open
      title={t.keepReplies}
      size={520}
      onClose={onClose}
      extra={
        <Button type="primary" onClick={() => setEdited('new')}>
          {t.addReply}
        </Button>
      }
    >
      <p className={styles.hint}>{t.repliesHint}</p>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={8} />}
      {data?.length === 0 && <EmptyState title={t.ownReplies}>{t.noReplies}</EmptyState>}
      {owners.map(([code, name]) => (
        <section key={code} className={styles.owner} aria-label={name ?? t.ownReplies}>
          <h3>{name ?? t.ownReplies}</h3>
          <ul>
            {data
              ?.filter((reply) => (reply.unit?.code ?? '') === code)
              .map((reply) => (
                <Row key={reply.id} reply={reply} onEdit={() => setEdited(reply)} />
              ))}
          </ul>
        </section>
      ))}
      {edited !== null && (
        <ReplyForm reply={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />
      )}
    </Drawer>
  )
}

function Row({ reply, onEdit }: { reply: Reply; onEdit: () => void }) {
  const t = deskCopy.use()
  const change = useReplyChange()
  return (
    <li>
      <div className={styles.words}>
        <b>/{reply.code}</b>
        <span>{reply.text}</span>
      </div>
      {reply.mayEdit && (
        <span className={styles.acts}>
          <Button size="small" type="link" aria-label={`${t.edit} ${reply.code}`} onClick={onEdit}>
            {t.edit}
          </Button>
          <Popconfirm
            title={t.removeReplyAsk}
            okText={t.removeReply}
            cancelText={t.cancel}
            onConfirm={() => change.mutate({ do: 'remove', reply })}
          >
            <Button size="small" type="link" danger aria-label={`${t.removeReply} ${reply.code}`}>
              {t.removeReply}
            </Button>
          </Popconfirm>
        </span>
      )}
    </li>
  )
}

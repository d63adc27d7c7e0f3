import { App, Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import type { OutboxDone, OutboxMessage } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { useGiveUp, useResend } from '../api'
import { outboxCopy } from '../copy'
import styles from '../OutboxPage.module.css'

/** Sends a message again, or gives it up with a reason; both ask first. */
export function MessageActions({ message: shown }: { message: OutboxMessage }) {
  const t = outboxCopy.use()
  const { message } = App.useApp()
  const resend = useResend()
  const giveUp = useGiveUp()
  const [reason, setReason] = useState('')
  const tell = (words: string) => ({
    onSuccess: (done: OutboxDone[]) =>
      done[0]?.done ? message.success(words) : message.warning(t.notChanged),
    onError: (problem: Error) => message.error(sayProblem(problem)),
  })
  return (
    <div className={styles.footer}>
      {shown.state === 'UNKNOWN' && (
        <Popconfirm
          title={t.giveUpReason}
          description={
            <Input
              value={reason}
              maxLength={500}
              placeholder={t.giveUpPlaceholder}
              aria-label={t.giveUpReason}
              onChange={(event) => setReason(event.target.value)}
            />
          }
          okText={t.giveUp}
          cancelText={t.cancel}
          okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
          onConfirm={() => giveUp.mutate({ id: shown.id, reason: reason.trim() }, tell(t.gaveUp))}
        >
          <Button loading={giveUp.isPending}>{t.giveUp}</Button>
        </Popconfirm>
      )}
      <Popconfirm
        title={t.resendSure}
        okText={t.resend}
        cancelText={t.cancel}
        onConfirm={() => resend.mutate(shown.id, tell(t.resent))}
      >
        <Button type="primary" loading={resend.isPending}>
          {t.resend}
        </Button>
      </Popconfirm>
    </div>
  )
}

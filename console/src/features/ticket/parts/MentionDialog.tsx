import { App, Form, Input, Modal, Select } from 'antd'
import { useEffect, useState } from 'react'
import type { TicketRow } from '../../../api/types'
import { useDraft } from '../../../shared/drafts'
import { sayProblem } from '../../../shared/problems'
import { ticketCopy } from '../copy'
import { useMention, useMentionable } from '../together'
import { ChangedMeanwhile } from './ChangedMeanwhile'

/** An internal note that calls colleagues in: only those who may see the ticket are offered. */
export function MentionDialog({ ticket, onDone }: { ticket: TicketRow; onDone: () => void }) {
  const t = ticketCopy.use()
  const { message } = App.useApp()
  const [text, setText, forget] = useDraft(`mention.${ticket.id}`)
  const [people, setPeople] = useState<{ value: string; label: string }[]>([])
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setQ(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  const found = useMentionable(ticket.id, q)
  const mention = useMention(ticket)

  function send() {
    mention.mutate(
      { text: text.trim(), people: people.map((person) => person.value) },
      {
        onSuccess: () => {
          forget()
          message.success(people.length === 0 ? t.noteSent : t.together.sent(people.length))
          onDone()
        },
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  }
  return (
    <Modal
      open
      title={t.together.mention}
      okText={t.confirm}
      cancelText={t.cancel}
      confirmLoading={mention.isPending}
      okButtonProps={{ disabled: text.trim() === '' }}
      onOk={send}
      onCancel={onDone}
      width={460}
    >
      <ChangedMeanwhile id={ticket.id} />
      <Form layout="vertical">
        <Form.Item label={t.together.who}>
          <Select
            autoFocus
            mode="multiple"
            labelInValue
            maxCount={10}
            value={people}
            placeholder={t.together.whoHint}
            showSearch={{ filterOption: false, onSearch: setTyped }}
            options={found.data?.map((person) => ({ value: person.id, label: person.name })) ?? []}
            onChange={(chosen: { value: string; label: string }[]) => setPeople(chosen)}
          />
        </Form.Item>
        <Form.Item label={t.noteLabel} extra={t.together.internal}>
          <Input.TextArea
            value={text}
            autoSize={{ minRows: 3, maxRows: 8 }}
            maxLength={1000}
            onChange={(event) => setText(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}

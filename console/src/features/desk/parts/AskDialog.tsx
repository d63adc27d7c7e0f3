import { App, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import type { Colleague, Contact } from '../../../api/types'
import { deskCopy } from '../copy'
import { useGuestAct } from '../guests'
import { ColleaguePicker } from './ColleaguePicker'

/** Asks a colleague to have a look at a conversation. */
export function AskDialog({ contact, onDone }: { contact: Contact; onDone: () => void }) {
  const t = deskCopy.use()
  const { message } = App.useApp()
  const act = useGuestAct()
  const [form] = Form.useForm<{ note: string }>()
  const [person, setPerson] = useState<Colleague['person'] | null>(null)
  return (
    <Modal
      open
      title={t.askTitle}
      okText={t.ask}
      cancelText={t.cancel}
      okButtonProps={{ disabled: person === null }}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={({ note }) => {
          if (person === null) return
          act.mutate(
            { act: 'ask', contact, person: person.id, note: note.trim() },
            {
              onSuccess: () => {
                message.success(t.asked)
                onDone()
              },
            },
          )
        }}
      >
        <Form.Item label={t.askWho} extra={t.askHint} required>
          <ColleaguePicker value={person} onChange={setPerson} label={t.askWho} />
        </Form.Item>
        <Form.Item
          name="note"
          label={t.askNote}
          rules={[{ required: true, whitespace: true, message: t.required }]}
        >
          <Input.TextArea maxLength={1_000} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

import { Form, Input, Modal } from 'antd'
import type { Step } from '../api'
import { operationCopy } from '../copy'

interface Props {
  step: Step
  busy: boolean
  onSay: (note: string) => void
  onClose: () => void
}

/** Why it is so and what is done about it, or what came of it. */
export function AnswerDialog({ step, busy, onSay, onClose }: Props) {
  const t = operationCopy.use()
  const [form] = Form.useForm<{ note: string }>()
  return (
    <Modal
      open
      title={t.noteTitle[step]}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={busy}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={({ note }) => onSay(note.trim())}>
        <Form.Item name="note" rules={[{ required: true, whitespace: true, message: t.noteMissing }]}>
          <Input.TextArea
            autoFocus
            rows={4}
            maxLength={500}
            showCount
            aria-label={t.noteTitle[step]}
            placeholder={t.noteHint[step]}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}

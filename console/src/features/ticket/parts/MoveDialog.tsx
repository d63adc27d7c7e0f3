import { App, Form, Input, Modal } from 'antd'
import type { TicketView } from '../../../api/types'
import { draftOf, dropDraft, keepDraft } from '../../../shared/drafts'
import { sayProblem } from '../../../shared/problems'
import { useTicketStep } from '../api'
import { caseCopy, ticketCopy } from '../copy'
import { type MoveValues, NOTE_NEEDED, toMove } from '../moveBody'
import type { MoveAction } from '../moves'
import { ChangedMeanwhile } from './ChangedMeanwhile'
import { MoveFields } from './MoveFields'

/** What a step that drives a ticket asks before it is taken. */
export function MoveDialog({
  ticket,
  action,
  onDone,
}: {
  ticket: TicketView
  action: MoveAction
  onDone: () => void
}) {
  const t = caseCopy.use()
  const words = ticketCopy.use()
  const { message } = App.useApp()
  const [form] = Form.useForm<MoveValues>()
  const passed = Form.useWatch('passed', form)
  const step = useTicketStep(ticket)
  const draft = `${action}.${ticket.id}`
  const needed = NOTE_NEEDED.includes(action) || (action === 'CHECK' && passed === false)

  function submit(values: MoveValues) {
    step.mutate(toMove(action, values), {
      onSuccess: () => {
        dropDraft(draft)
        message.success(t.done(t.action[action], ticket.number))
        onDone()
      },
      onError: (problem) => message.error(sayProblem(problem)),
    })
  }

  return (
    <Modal
      open
      title={`${t.action[action]} ${ticket.number}`}
      okText={t.action[action]}
      cancelText={words.cancel}
      okButtonProps={{ danger: action === 'REJECT' || action === 'INVALIDATE' }}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
      width={500}
    >
      {t.hint[action] !== '' && <p style={{ marginBottom: 12 }}>{t.hint[action]}</p>}
      <ChangedMeanwhile id={ticket.id} />
      <Form<MoveValues>
        form={form}
        layout="vertical"
        initialValues={{ note: draftOf(draft) }}
        onValuesChange={(_, values) => keepDraft(draft, values.note ?? '')}
        onFinish={submit}
      >
        <MoveFields ticket={ticket} action={action} />
        <Form.Item
          name="note"
          label={needed ? t.field.note : t.field.noteOptional}
          rules={needed ? [{ required: true, whitespace: true, message: words.required }] : []}
        >
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={500}
            onPressEnter={(event) => {
              if (event.ctrlKey || event.metaKey) form.submit()
            }}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}

import { App, Form, Input, Modal, Select } from 'antd'
import type { CloseReason, Liability, TicketView, UrgentReason } from '../../../api/types'
import { draftOf, dropDraft, keepDraft } from '../../../shared/drafts'
import { sayProblem } from '../../../shared/problems'
import { type Step, useTicketStep } from '../api'
import { caseCopy, ticketCopy } from '../copy'
import { URGENT_REASONS } from '../model'
import { ChangedMeanwhile } from './ChangedMeanwhile'
import { ColleaguePicker } from './ColleaguePicker'
import { ResultFields } from './ResultFields'

export type DialogKind = 'urge' | 'note' | 'urgent' | 'close'

interface Values {
  reason?: UrgentReason | CloseReason
  text?: string
  personId?: string
  liability?: Liability
  causeCode?: string
}

/** The others are the platform's own to find out. */
const CLOSE: CloseReason[] = ['ANSWERED_AND_MOVED', 'SETTLED', 'UNREACHABLE', 'WITHDRAWN', 'MISTAKE']

function toStep(kind: DialogKind, values: Values): Step {
  const text = values.text?.trim() ?? ''
  switch (kind) {
    case 'urge':
      return { step: 'urge', note: text }
    case 'note':
      return { step: 'note', text }
    case 'urgent':
      return { step: 'urgent', reason: values.reason as UrgentReason, note: text, personId: values.personId }
    case 'close':
      return {
        step: 'close',
        reason: values.reason as CloseReason,
        note: text,
        liability: values.liability,
        causeCode: values.causeCode?.trim() || undefined,
      }
  }
}

function useWords(kind: DialogKind) {
  const t = ticketCopy.use()
  return {
    urge: { title: t.urgeTitle, hint: t.urgeHint, text: t.urgeNote, sent: t.urgeSent, optional: true },
    note: { title: t.noteTitle, hint: '', text: t.noteLabel, sent: t.noteSent, optional: false },
    urgent: { title: t.urgentTitle, hint: t.urgentHint, text: t.note, sent: t.urgentSent, optional: false },
    close: { title: t.closeTitle, hint: t.closeHint, text: t.note, sent: t.closeSent, optional: false },
  }[kind]
}

/** One small question before a step on a ticket. */
export function StepDialog({
  ticket,
  kind,
  onDone,
}: {
  ticket: TicketView
  kind: DialogKind
  onDone: () => void
}) {
  const t = ticketCopy.use()
  const words = useWords(kind)
  const cases = caseCopy.use()
  const result = kind === 'close' && asksForResult(ticket)
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const step = useTicketStep(ticket)
  const draft = `${kind}.${ticket.id}`

  function submit(values: Values) {
    step.mutate(toStep(kind, values), {
      onSuccess: () => {
        dropDraft(draft)
        message.success(words.sent)
        onDone()
      },
      onError: (problem) => message.error(sayProblem(problem)),
    })
  }

  const reasons: { value: UrgentReason | CloseReason; label: string }[] =
    kind === 'urgent'
      ? URGENT_REASONS.map((value) => ({ value, label: t.urgentReason[value] }))
      : CLOSE.map((value) => ({ value, label: t.closeReason[value] }))
  return (
    <Modal
      open
      title={words.title}
      okText={t.confirm}
      cancelText={t.cancel}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
      width={460}
    >
      {words.hint !== '' && <p style={{ marginBottom: 12 }}>{words.hint}</p>}
      <ChangedMeanwhile id={ticket.id} />
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ text: draftOf(draft) }}
        onValuesChange={(_, values) => keepDraft(draft, values.text ?? '')}
        onFinish={submit}
      >
        {(kind === 'urgent' || kind === 'close') && (
          <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.required }]}>
            <Select options={reasons} autoFocus />
          </Form.Item>
        )}
        {kind === 'urgent' && (
          <Form.Item name="personId" label={cases.field.urgentPerson}>
            <ColleaguePicker ticketId={ticket.id} />
          </Form.Item>
        )}
        {result && <ResultFields ticket={ticket} optional />}
        <Form.Item
          name="text"
          label={words.text}
          rules={words.optional ? [] : [{ required: true, whitespace: true, message: t.required }]}
        >
          <Input.TextArea
            autoFocus={kind === 'urge' || kind === 'note'}
            autoSize={{ minRows: 2, maxRows: 6 }}
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

/** Whether the SOP wants it said who is to blame and why before the ticket ends. */
function asksForResult(ticket: TicketView): boolean {
  return ticket.stages.some(
    (stage) => stage.requires.includes('LIABILITY') || stage.requires.includes('ROOT_CAUSE'),
  )
}

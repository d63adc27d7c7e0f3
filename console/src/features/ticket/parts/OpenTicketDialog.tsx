import { App, Form, Input, Modal, Select } from 'antd'
import type { TicketView, UrgentReason } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { useOpenTicket } from '../api'
import { ticketCopy } from '../copy'
import { URGENT_REASONS } from '../model'

export type OpenKind = 'urge' | 'query' | 'urgent'

interface Values {
  reason?: UrgentReason
  note?: string
}

interface Props {
  waybill: string
  kind: OpenKind
  onDone: (ticket: TicketView | null) => void
}

/** Urges, asks for or raises a parcel that may not have a ticket yet: the server opens one or joins the open one. */
export default function OpenTicketDialog({ waybill, kind, onDone }: Props) {
  const t = ticketCopy.use()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const open = useOpenTicket()
  const words = {
    urge: { title: t.urgeTitle, hint: t.urgeHint, sent: t.urgeSent, text: t.urgeNote },
    query: { title: t.openTicket, hint: t.queryHint, sent: t.querySent, text: t.note },
    urgent: { title: t.urgentTitle, hint: t.urgentHint, sent: t.urgentSent, text: t.note },
  }[kind]

  function submit(values: Values) {
    const note = values.note?.trim() ?? ''
    open.mutate(
      {
        waybill,
        kind: kind === 'query' ? 'QUERY' : 'URGE',
        note: note === '' ? undefined : note,
        urgent:
          kind === 'urgent' && values.reason !== undefined ? { reason: values.reason, note } : undefined,
      },
      {
        onSuccess: ({ ticket, joined }) => {
          message.success(joined && kind !== 'urgent' ? t.urgeJoined : words.sent)
          onDone(ticket)
        },
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  }

  return (
    <Modal
      open
      title={words.title}
      okText={t.confirm}
      cancelText={t.cancel}
      confirmLoading={open.isPending}
      onOk={() => form.submit()}
      onCancel={() => onDone(null)}
      width={460}
    >
      <p style={{ marginBottom: 12 }}>{words.hint}</p>
      <Form<Values> form={form} layout="vertical" onFinish={submit}>
        {kind === 'urgent' && (
          <Form.Item name="reason" label={t.reason} rules={[{ required: true, message: t.required }]}>
            <Select
              autoFocus
              options={URGENT_REASONS.map((value) => ({ value, label: t.urgentReason[value] }))}
            />
          </Form.Item>
        )}
        <Form.Item
          name="note"
          label={words.text}
          rules={kind === 'urge' ? [] : [{ required: true, whitespace: true, message: t.required }]}
        >
          <Input.TextArea
            autoFocus={kind !== 'urgent'}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}

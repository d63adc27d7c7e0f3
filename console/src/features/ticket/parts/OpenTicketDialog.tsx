import { App, Checkbox, Form, Input, Modal, Select } from 'antd'
import type { NewTicket, TicketView, UrgentReason } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { useCan } from '../../identity'
import { useOpenTicket } from '../api'
import { caseCopy, ticketCopy } from '../copy'
import { URGENT_REASONS } from '../model'
import { KindPicker } from './KindPicker'
import { WatcherPicker } from './WatcherPicker'

export type OpenKind = 'urge' | 'query' | 'urgent'

interface Values {
  waybill?: string
  kind?: string
  note?: string
  contactName?: string
  contactPhone?: string
  urgent?: boolean
  reason?: UrgentReason
  personId?: string
}

interface Props {
  /** The parcel that it is about; null where it may be about none. */
  waybill: string | null
  kind: OpenKind
  /** What is known already; Enter then opens the ticket. */
  begin?: { note: string }
  onDone: (ticket: TicketView | null) => void
}

/** Urges, asks for or raises a parcel, or takes in any other matter: the server opens a ticket or joins the open one. */
export default function OpenTicketDialog({ waybill, kind, begin, onDone }: Props) {
  const t = ticketCopy.use()
  const c = caseCopy.use()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const open = useOpenTicket()
  const urgent = Form.useWatch('urgent', form) === true || kind === 'urgent'
  const mayRaise = useCan()('ticket.urgent')
  const words = {
    urge: { title: t.urgeTitle, hint: t.urgeHint, sent: t.urgeSent, text: t.urgeNote },
    query: {
      title: waybill === null ? c.open.title : c.open.titleOf(waybill),
      hint: c.open.hint,
      sent: '',
      text: t.note,
    },
    urgent: { title: t.urgentTitle, hint: t.urgentHint, sent: t.urgentSent, text: t.note },
  }[kind]

  function submit(values: Values) {
    open.mutate(toTicket(kind, waybill, values), {
      onSuccess: ({ ticket, joined }) => {
        message.success(
          kind === 'query'
            ? (joined ? c.open.joined : c.open.opened)(ticket.number)
            : joined && kind !== 'urgent'
              ? t.urgeJoined
              : words.sent,
        )
        onDone(ticket)
      },
      onError: (problem) => message.error(sayProblem(problem)),
    })
  }

  return (
    <Modal
      open
      title={words.title}
      okText={t.confirm}
      cancelText={t.cancel}
      confirmLoading={open.isPending}
      okButtonProps={{ autoFocus: begin !== undefined && waybill !== null }}
      onOk={() => form.submit()}
      onCancel={() => onDone(null)}
      width={500}
    >
      <p style={{ marginBottom: 12 }}>{words.hint}</p>
      <Form<Values> form={form} layout="vertical" initialValues={begin} onFinish={submit}>
        {kind === 'query' && <MatterFields waybill={waybill} />}
        {kind === 'query' && mayRaise && (
          <Form.Item name="urgent" valuePropName="checked">
            <Checkbox>{c.open.urgent}</Checkbox>
          </Form.Item>
        )}
        {urgent && <UrgentFields waybill={waybill} />}
        <Form.Item
          name="note"
          label={words.text}
          rules={kind === 'urge' ? [] : [{ required: true, whitespace: true, message: t.required }]}
        >
          <Input.TextArea autoFocus={kind === 'urge'} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
        </Form.Item>
        {kind === 'query' && <ContactFields />}
      </Form>
    </Modal>
  )
}

function MatterFields({ waybill }: { waybill: string | null }) {
  const t = ticketCopy.use()
  const c = caseCopy.use()
  const typed = Form.useWatch<string | undefined>('waybill')
  const without = waybill === null && (typed ?? '').trim() === ''
  return (
    <>
      {waybill === null && (
        <Form.Item<Values> name="waybill" label={c.open.waybill}>
          <Input autoFocus maxLength={40} spellCheck={false} />
        </Form.Item>
      )}
      <Form.Item<Values>
        name="kind"
        label={c.field.kind}
        rules={[{ required: true, message: t.required }]}
        initialValue={waybill === null ? undefined : 'QUERY'}
      >
        <KindPicker withoutParcel={without} />
      </Form.Item>
    </>
  )
}

function ContactFields() {
  const c = caseCopy.use()
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 12 }}>
      <Form.Item<Values> name="contactName" label={c.open.contactName}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item<Values> name="contactPhone" label={c.open.contactPhone}>
        <Input type="tel" inputMode="tel" maxLength={20} autoComplete="off" />
      </Form.Item>
    </div>
  )
}

function UrgentFields({ waybill }: { waybill: string | null }) {
  const t = ticketCopy.use()
  const c = caseCopy.use()
  const typed = Form.useWatch<string | undefined>('waybill')
  return (
    <>
      <Form.Item<Values> name="reason" label={t.reason} rules={[{ required: true, message: t.required }]}>
        <Select options={URGENT_REASONS.map((value) => ({ value, label: t.urgentReason[value] }))} />
      </Form.Item>
      <Form.Item<Values> name="personId" label={c.field.urgentPerson}>
        <WatcherPicker waybill={waybill ?? said(typed) ?? null} />
      </Form.Item>
    </>
  )
}

/** Nothing rather than blanks. */
function said(text: string | undefined): string | undefined {
  const trimmed = text?.trim() ?? ''
  return trimmed === '' ? undefined : trimmed
}

function toTicket(kind: OpenKind, waybill: string | null, values: Values): NewTicket {
  const note = said(values.note)
  const urgent =
    values.reason === undefined ? undefined : { reason: values.reason, note, personId: values.personId }
  return {
    waybill: waybill ?? said(values.waybill),
    kind: kind === 'query' ? values.kind : 'URGE',
    note,
    urgent: kind === 'urgent' || values.urgent === true ? urgent : undefined,
    contactName: said(values.contactName),
    contactPhone: said(values.contactPhone),
  }
}

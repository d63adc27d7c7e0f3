import { Form, Radio } from 'antd'
import type { TicketView } from '../../../api/types'
import { caseCopy, ticketCopy } from '../copy'
import { CausePicker } from './CausePicker'

/** Who is to blame and why; asked for where the SOP asks for it, offered elsewhere. */
export function ResultFields({ ticket, optional = false }: { ticket: TicketView; optional?: boolean }) {
  const t = caseCopy.use()
  const words = ticketCopy.use()
  const required = [{ required: true, message: words.required }]
  const asked = new Set(ticket.stages.flatMap((stage) => stage.requires))
  const causeNeeded = !optional && asked.has('ROOT_CAUSE')
  return (
    <>
      <Form.Item
        name="liability"
        label={t.field.liability}
        initialValue={ticket.liability ?? undefined}
        rules={!optional && asked.has('LIABILITY') ? required : []}
      >
        <Radio.Group
          optionType="button"
          options={(['LIABLE', 'PARTLY', 'NOT_LIABLE'] as const).map((value) => ({
            value,
            label: t.liability[value],
          }))}
        />
      </Form.Item>
      <Form.Item
        name="causeCode"
        label={causeNeeded ? t.field.causeNeeded : t.field.cause}
        initialValue={ticket.causeCode ?? undefined}
        rules={causeNeeded ? required : []}
      >
        <CausePicker kept={ticket.causeCode} />
      </Form.Item>
    </>
  )
}

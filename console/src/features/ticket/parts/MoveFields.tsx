import { DatePicker, Form, Input, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import type { TicketView } from '../../../api/types'
import { businessNow } from '../../../shared/clock/clock'
import { toPicker } from '../../../shared/time/picker'
import { caseCopy, ticketCopy } from '../copy'
import { CONTENT, DISPUTED, type MoveValues, UNREACHED } from '../moveBody'
import type { MoveAction } from '../moves'
import { ColleaguePicker } from './ColleaguePicker'
import { KindPicker } from './KindPicker'
import { PlacePicker } from './PlacePicker'
import { ResultFields } from './ResultFields'
import { TicketPicker } from './TicketPicker'

type Words = ReturnType<typeof caseCopy.use>

/** What a step asks besides a sentence. */
export function MoveFields({ ticket, action }: { ticket: TicketView; action: MoveAction }) {
  const t = caseCopy.use()
  const rules = [{ required: true, message: ticketCopy.use().required }]
  switch (action) {
    case 'WAIT':
      return <WaitFields />
    case 'HAND_OVER':
      return (
        <Form.Item<MoveValues> name="to" label={t.field.to} rules={rules}>
          <PlacePicker />
        </Form.Item>
      )
    case 'DISPATCH':
      return <DispatchTo ticket={ticket} />
    case 'APPLY_CLOSE':
      return <HandlerPhone needed={asks(ticket, 'HANDLER_PHONE')} />
    case 'TRIAGE':
      return (
        <Form.Item<MoveValues> name="kind" label={t.field.kind} rules={rules} initialValue={ticket.kind}>
          <KindPicker withoutParcel={ticket.waybill === null} />
        </Form.Item>
      )
    case 'CHECK':
      return <CheckFields ticket={ticket} />
    case 'CALL_BACK':
      return (
        <Form.Item<MoveValues> name="verdict" label={t.field.verdict} rules={rules}>
          <Select options={verdicts(t)} listHeight={420} virtual={false} />
        </Form.Item>
      )
    case 'REJECT':
      return (
        <Form.Item<MoveValues> name="rejectReason" label={t.field.reason} rules={rules}>
          <Select options={optionsOf(t.reject)} />
        </Form.Item>
      )
    case 'INVALIDATE':
      return (
        <Form.Item<MoveValues> name="invalidReason" label={t.field.reason} rules={rules}>
          <Select options={optionsOf(t.invalid)} />
        </Form.Item>
      )
    case 'APPOINT':
      return (
        <Form.Item<MoveValues> name="personId" label={t.field.person} rules={rules}>
          <ColleaguePicker ticketId={ticket.id} />
        </Form.Item>
      )
    case 'MERGE':
      return (
        <Form.Item<MoveValues> name="into" label={t.field.into} rules={rules}>
          <TicketPicker ticket={ticket} />
        </Form.Item>
      )
    default:
      return null
  }
}

/** Where the matter lies is where it mostly goes. */
function DispatchTo({ ticket }: { ticket: TicketView }) {
  const t = caseCopy.use()
  const rules = [{ required: true, message: ticketCopy.use().required }]
  const { place } = ticket
  const likely = place?.kind === 'OUTLET' || place?.kind === 'HUB' ? place : undefined
  return (
    <Form.Item<MoveValues> name="to" label={t.field.to} rules={rules} initialValue={likely?.code}>
      <PlacePicker known={likely} />
    </Form.Item>
  )
}

function WaitFields() {
  const t = caseCopy.use()
  const rules = [{ required: true, message: ticketCopy.use().required }]
  return (
    <>
      <Form.Item<MoveValues> name="waitReason" label={t.field.waitFor} rules={rules}>
        <Radio.Group options={optionsOf(t.waitFor)} />
      </Form.Item>
      <Form.Item<MoveValues> name="until" label={t.field.until} rules={rules}>
        <DatePicker
          showTime={{ format: 'HH:mm', minuteStep: 5 }}
          format="YYYY-MM-DD HH:mm"
          showNow={false}
          defaultPickerValue={toPicker(businessNow())}
          disabledDate={(day) => day.isBefore(toPicker(businessNow()), 'day')}
          presets={[2, 4, 24].map((hours) => ({
            label: `+${hours} h`,
            value: () => dayjs(toPicker(businessNow())).add(hours, 'hour'),
          }))}
          style={{ width: '100%' }}
        />
      </Form.Item>
    </>
  )
}

function HandlerPhone({ needed }: { needed: boolean }) {
  const t = caseCopy.use()
  const words = ticketCopy.use()
  return (
    <Form.Item<MoveValues>
      name="handlerPhone"
      label={t.field.handlerPhone}
      extra={needed ? undefined : t.field.handlerPhoneHint}
      rules={needed ? [{ required: true, message: words.required }] : []}
    >
      <Input type="tel" inputMode="tel" maxLength={20} />
    </Form.Item>
  )
}

function CheckFields({ ticket }: { ticket: TicketView }) {
  const t = caseCopy.use()
  const rules = [{ required: true, message: ticketCopy.use().required }]
  const passed = Form.useWatch<boolean | undefined>('passed')
  return (
    <>
      <Form.Item<MoveValues> name="passed" label={t.field.passed} rules={rules}>
        <Radio.Group
          optionType="button"
          options={[
            { value: true, label: t.passed },
            { value: false, label: t.notPassed },
          ]}
        />
      </Form.Item>
      {passed === true && <ResultFields ticket={ticket} />}
    </>
  )
}

function optionsOf<T extends string>(words: Record<T, string>): { value: T; label: string }[] {
  return (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }))
}

function verdicts(t: Words) {
  return [
    { label: t.verdictGroup.CONTENT, of: CONTENT },
    { label: t.verdictGroup.DISPUTED, of: DISPUTED },
    { label: t.verdictGroup.UNREACHED, of: UNREACHED },
  ].map(({ label, of }) => ({
    label,
    options: of.map((value) => ({ value, label: t.verdict[value] })),
  }))
}

/** Whether the stage in which the ticket is cannot be left without that. */
function asks(ticket: TicketView, requirement: TicketView['stages'][number]['requires'][number]): boolean {
  return ticket.stages.some((stage) => stage.now && stage.requires.includes(requirement))
}

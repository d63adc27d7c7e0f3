import { App, DatePicker, Form, Input, Modal, Radio, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import type { AppealAction, AppealView, PersonRef } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { FilePicker } from '../../../shared/files'
import { PersonPicker } from '../../../shared/people'
import { sayProblem } from '../../../shared/problems'
import { toPicker } from '../../../shared/time/picker'
import { useCan } from '../../identity'
import { type StepName, useAppealStep } from '../api'
import { appealCopy } from '../copy'
import { SitesPicker } from './SitesPicker'

interface Values {
  reason?: string
  note?: string
  text?: string
  units?: string[]
  liability?: string
  finding?: string
  satisfied?: 'yes' | 'no' | 'none'
  reference?: string
  forwardedOn?: Dayjs
}

const REFUSALS = [
  'NOT_OURS',
  'DUPLICATE',
  'OUT_OF_WINDOW',
  'NOT_COMPLAINED_FIRST',
  'IN_COURT',
  'INSUFFICIENT',
] as const
const FINDINGS = ['LIABLE', 'PARTLY', 'NOT_LIABLE'] as const

/** What a step asks before it is taken. */
export function StepDialog({
  view,
  action,
  onDone,
}: {
  view: AppealView
  action: AppealAction
  onDone: () => void
}) {
  const t = appealCopy.use()
  const d = t.dialog
  const can = useCan()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const [person, setPerson] = useState<PersonRef | null>(null)
  const [files, setFiles] = useState<{ ids: string[]; busy: boolean }>({ ids: [], busy: false })
  const step = useAppealStep(view.appeal)
  const now = useBusinessNow()
  const required = [{ required: true, message: t.required }]
  const request = view.asked.find((asked) => asked.answeredAt === null && asked.mine)

  function toStep(values: Values): { step: StepName; body: object } | null {
    const note = values.note?.trim() || null
    switch (action) {
      case 'ASSIGN':
        return { step: 'assign', body: { personId: person?.id ?? null } }
      case 'REFUSE':
        return { step: 'refuse', body: { reason: values.reason, note } }
      case 'ASK_EVIDENCE':
        return { step: 'evidence-requests', body: { units: values.units ?? [], note } }
      case 'GIVE_EVIDENCE':
        return {
          step: 'evidence',
          body: { askedId: request?.id ?? null, text: values.text, attachmentIds: files.ids },
        }
      case 'DRAFT':
        return {
          step: 'reply',
          body: { liability: values.liability, text: values.text, attachmentIds: files.ids },
        }
      case 'SEND_BACK':
        return { step: 'send-back', body: { note } }
      case 'CHECK':
        return { step: 'check', body: {} }
      case 'SEND':
        return { step: 'send', body: { reference: values.reference?.trim() || null } }
      case 'CLOSE':
        return {
          step: 'close',
          body: { finding: values.finding, satisfied: satisfied(values.satisfied), note },
        }
      case 'REOPEN':
        return { step: 'reopen', body: { forwardedOn: values.forwardedOn?.format('YYYY-MM-DD'), note } }
      case 'WITHDRAW':
        return { step: 'close', body: { finding: 'WITHDRAWN', satisfied: null, note } }
      case 'INVESTIGATE':
      case 'STOP_WAITING':
      case 'UNMASK':
        return null
    }
  }

  function submit(values: Values) {
    const taken = toStep(values)
    if (taken === null) return
    step.mutate(taken, {
      onSuccess: () => {
        message.success(t.done)
        onDone()
      },
      onError: (problem) => message.error(sayProblem(problem)),
    })
  }

  const note = (needed: boolean, label: string = d.note) => (
    <Form.Item name="note" label={label} rules={needed ? required : []}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
    </Form.Item>
  )
  const reply = view.replies.find((each) => each.round === view.appeal.round)
  return (
    <Modal
      open
      title={t.action[action as keyof typeof t.action]}
      okText={t.confirm}
      cancelText={t.cancel}
      okButtonProps={{ disabled: files.busy }}
      confirmLoading={step.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
      width={action === 'DRAFT' ? 720 : 520}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{
          liability: action === 'DRAFT' ? reply?.liability : undefined,
          text: action === 'DRAFT' ? reply?.text : undefined,
          satisfied: 'none',
          forwardedOn: toPicker(now),
        }}
      >
        {action === 'ASSIGN' && can('people.read') && (
          <Form.Item label={d.person} extra={d.personHint}>
            <PersonPicker value={person} onChange={setPerson} unit={view.appeal.unit.code} label={d.person} />
          </Form.Item>
        )}
        {action === 'ASSIGN' && !can('people.read') && <p>{t.action.ASSIGN_ME}</p>}
        {action === 'REFUSE' && (
          <Form.Item name="reason" label={d.reason} rules={required}>
            <Select options={REFUSALS.map((value) => ({ value, label: t.refusal[value] }))} />
          </Form.Item>
        )}
        {action === 'ASK_EVIDENCE' && (
          <Form.Item name="units" label={d.units} rules={required}>
            <SitesPicker placeholder={d.unitsHint} />
          </Form.Item>
        )}
        {action === 'ASK_EVIDENCE' && note(true, d.askNote)}
        {action === 'DRAFT' && (
          <Form.Item name="liability" label={d.liability} rules={required}>
            <Radio.Group
              optionType="button"
              options={FINDINGS.map((value) => ({ value, label: t.liability[value] }))}
            />
          </Form.Item>
        )}
        {(action === 'DRAFT' || action === 'GIVE_EVIDENCE') && (
          <Form.Item
            name="text"
            label={action === 'DRAFT' ? d.reply : d.text}
            extra={action === 'DRAFT' ? d.replyHint : request?.note}
            rules={[{ required: true, whitespace: true, message: t.required }]}
          >
            <Input.TextArea
              autoSize={{ minRows: action === 'DRAFT' ? 8 : 3, maxRows: 16 }}
              maxLength={action === 'DRAFT' ? 8000 : 1000}
            />
          </Form.Item>
        )}
        {(action === 'DRAFT' || action === 'GIVE_EVIDENCE') && (
          <Form.Item label={d.files}>
            <FilePicker
              subject="APPEAL"
              id={view.appeal.id}
              onChange={(ids, busy) => setFiles({ ids, busy })}
            />
          </Form.Item>
        )}
        {action === 'CHECK' && <p>{d.checkHint}</p>}
        {action === 'SEND' && (
          <Form.Item name="reference" label={d.reference} extra={d.sendHint}>
            <Input maxLength={60} />
          </Form.Item>
        )}
        {action === 'CLOSE' && (
          <>
            <Form.Item name="finding" label={d.finding} rules={required}>
              <Radio.Group
                optionType="button"
                options={FINDINGS.map((value) => ({ value, label: t.liability[value] }))}
              />
            </Form.Item>
            <Form.Item name="satisfied" label={d.satisfied}>
              <Radio.Group
                optionType="button"
                options={[
                  { value: 'yes', label: d.yes },
                  { value: 'no', label: d.no },
                  { value: 'none', label: d.notAsked },
                ]}
              />
            </Form.Item>
          </>
        )}
        {action === 'REOPEN' && (
          <Form.Item name="forwardedOn" label={d.forwarded} extra={d.reopenHint} rules={required}>
            <DatePicker disabledDate={(day) => day.isAfter(toPicker(now), 'day')} />
          </Form.Item>
        )}
        {action === 'SEND_BACK' && note(true)}
        {(action === 'REFUSE' || action === 'CLOSE' || action === 'REOPEN' || action === 'WITHDRAW') &&
          note(false)}
      </Form>
    </Modal>
  )
}

function satisfied(answer: Values['satisfied']): boolean | null {
  return answer === 'yes' ? true : answer === 'no' ? false : null
}

import { App, DatePicker, Form, Input, Modal, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import type { PauseReason } from '../../../api/types'
import { businessNow } from '../../../shared/clock/clock'
import { sayProblem } from '../../../shared/problems'
import { fromPicker, toPicker } from '../../../shared/time/picker'
import { useParcelPause } from '../api'
import { parcelCopy } from '../copy'

interface Values {
  reason: PauseReason
  until: Dayjs
  note: string
}

/** What a person may decide; stations, customs and closures come from scans and notices. */
const REASONS: PauseReason[] = [
  'REDELIVERY_AGREED',
  'CUSTOMER_HOLD',
  'SELF_PICKUP',
  'INTERCEPT',
  'PROBLEM_WAITING',
  'AUTHORITY',
  'CLAIM',
]

export function PauseDialog({ waybill, onDone }: { waybill: string; onDone: () => void }) {
  const t = parcelCopy.use()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const pause = useParcelPause(waybill)

  function submit({ reason, until, note }: Values) {
    pause.mutate(
      { reason, until: fromPicker(until), note: note.trim() },
      {
        onSuccess: () => {
          message.success(t.pauseSaved)
          onDone()
        },
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  }

  const needed = { required: true, message: t.required }
  return (
    <Modal
      open
      title={t.pauseTitle}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={pause.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
      width={460}
    >
      <p style={{ marginBottom: 12 }}>{t.pauseHint}</p>
      <Form<Values> form={form} layout="vertical" onFinish={submit}>
        <Form.Item name="reason" label={t.pauseReason} rules={[needed]}>
          <Select autoFocus options={REASONS.map((value) => ({ value, label: t.pause[value] }))} />
        </Form.Item>
        <Form.Item name="until" label={t.pauseUntil} rules={[needed]}>
          <DatePicker
            showTime={{ format: 'HH:mm', minuteStep: 30 }}
            format="YYYY-MM-DD HH:mm"
            showNow={false}
            defaultPickerValue={toPicker(businessNow())}
            disabledDate={(day) => day.isBefore(toPicker(businessNow()), 'day')}
            style={{ width: '100%' }}
          />
        </Form.Item>
        <Form.Item name="note" label={t.pauseNote} rules={[{ ...needed, whitespace: true }]}>
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

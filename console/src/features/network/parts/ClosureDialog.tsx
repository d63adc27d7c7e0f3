import { App, DatePicker, Form, Input, Modal, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import type { Closure, ClosureReason, Unit } from '../../../api/types'
import { businessNow } from '../../../shared/clock/clock'
import { sayProblem } from '../../../shared/problems'
import { DAY } from '../../../shared/time'
import { fromPicker, toPicker } from '../../../shared/time/picker'
import { useAnnounce, useMoveEnd } from '../api'
import { networkCopy } from '../copy'

const REASONS: ClosureReason[] = ['WEATHER', 'ROAD', 'CAPACITY', 'HOLIDAY', 'EPIDEMIC', 'AUTHORITY']
const TIME = { format: 'YYYY-MM-DD HH:mm', showTime: { format: 'HH:mm', minuteStep: 5 as const } }

interface Values {
  reason: ClosureReason
  note?: string
  span?: [Dayjs, Dayjs]
  until?: Dayjs
}

/** Announces a closure of the unit, or moves the end of one. */
export function ClosureDialog({
  unit,
  closure,
  onClose,
}: {
  unit: Unit
  closure: Closure | null
  onClose: () => void
}) {
  const t = networkCopy.use()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const announce = useAnnounce()
  const move = useMoveEnd()
  const needed = { required: true, message: t.required }

  function submit(values: Values) {
    const after = (words: string) => ({
      onSuccess: () => {
        message.success(words)
        onClose()
      },
      onError: (problem: unknown) => message.error(sayProblem(problem)),
    })
    if (closure !== null) {
      if (values.until) move.mutate({ id: closure.id, until: fromPicker(values.until) }, after(t.extended))
    } else if (values.span !== undefined) {
      const [from, until] = values.span
      announce.mutate(
        {
          unitCode: unit.code,
          reason: values.reason,
          note: values.note?.trim() ?? '',
          from: fromPicker(from),
          until: fromPicker(until),
        },
        after(t.announced),
      )
    }
  }

  return (
    <Modal
      open
      title={closure === null ? t.announceTitle(unit.name) : t.extend}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={announce.isPending || move.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={
          closure === null
            ? { reason: 'WEATHER', span: [toPicker(businessNow()), toPicker(businessNow() + DAY)] }
            : { until: toPicker(Date.parse(closure.until)) }
        }
      >
        {closure === null ? (
          <>
            <Form.Item name="reason" label={t.closureReason} rules={[needed]}>
              <Select options={REASONS.map((reason) => ({ value: reason, label: t.reason[reason] }))} />
            </Form.Item>
            <Form.Item name="span" label={t.closureWhen} rules={[needed]}>
              <DatePicker.RangePicker {...TIME} style={{ width: '100%' }} />
            </Form.Item>
            <Form.Item name="note" label={t.note}>
              <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
            </Form.Item>
          </>
        ) : (
          <Form.Item name="until" label={t.until} rules={[needed]}>
            <DatePicker {...TIME} style={{ width: '100%' }} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

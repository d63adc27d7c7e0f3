import { App, DatePicker, Form, Input, Modal, Radio } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { ApiProblem } from '../../../api/problem'
import type { PersonRef } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { PersonPicker } from '../../../shared/people'
import { sayCode, sayProblem } from '../../../shared/problems'
import { toPicker } from '../../../shared/time/picker'
import { type Device, type DevicePlan, type PlanBody, useSavePlan } from '../api'
import { deviceCopy } from '../copy'

interface Typed {
  action: PlanBody['action']
  person: PersonRef
  due: Dayjs
  note?: string
}

interface Props {
  device: Device
  /** The plan to change; null makes a new one. */
  view: DevicePlan | null
  slow: boolean
  onDone: () => void
}

/** Says what is to be done about a scanner, by whom and until when. */
export function PlanForm({ device, view, slow, onDone }: Props) {
  const t = deviceCopy.use()
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const save = useSavePlan()
  const now = useBusinessNow()
  const required = [{ required: true, message: t.required }]
  const plan = view?.plan ?? null

  function send(typed: Typed) {
    save.mutate(
      {
        code: device.code,
        id: plan?.id ?? null,
        body: {
          action: typed.action,
          note: typed.note?.trim() ?? '',
          personId: typed.person.id,
          due: typed.due.format('YYYY-MM-DD'),
          version: plan?.version ?? 0,
        },
      },
      {
        onSuccess: () => {
          message.success(plan === null ? t.planned : t.planChanged)
          onDone()
        },
        onError: (problem) => {
          form.setFields(
            (problem instanceof ApiProblem ? problem.errors : []).map((wrong) => ({
              name: (wrong.field === 'personId' ? 'person' : wrong.field) as keyof Typed,
              errors: [sayCode(wrong.code) ?? wrong.message],
            })),
          )
          message.error(sayProblem(problem))
        },
      },
    )
  }

  return (
    <Modal
      open
      title={t.planTitle(device.code)}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={save.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        initialValues={{
          action: plan?.action ?? 'REPLACE',
          person: plan?.person,
          due: plan === null ? undefined : dayjs(plan.due),
          note: plan?.note ?? '',
        }}
        onFinish={send}
      >
        <Form.Item name="action" label={t.action} rules={required}>
          <Radio.Group
            options={(['REPLACE', 'REPAIR', 'TRAIN'] as const).map((value) => ({
              value,
              label: t.actions[value],
            }))}
          />
        </Form.Item>
        <Form.Item name="person" label={t.person} rules={required}>
          <PersonField label={t.person} unit={device.owner.code} />
        </Form.Item>
        <Form.Item name="due" label={t.due} rules={required}>
          <DatePicker minDate={toPicker(now).startOf('day')} />
        </Form.Item>
        <Form.Item name="note" label={t.note}>
          <Input.TextArea maxLength={500} rows={3} placeholder={t.noteHint} />
        </Form.Item>
        <p>{(plan?.slowBefore ?? slow) ? t.planEnds.slow : t.planEnds.other}</p>
      </Form>
    </Modal>
  )
}

function PersonField(props: {
  label: string
  unit: string
  value?: PersonRef | null
  onChange?: (person: PersonRef | null) => void
}) {
  return (
    <PersonPicker
      label={props.label}
      unit={props.unit}
      value={props.value ?? null}
      onChange={(person) => props.onChange?.(person)}
    />
  )
}

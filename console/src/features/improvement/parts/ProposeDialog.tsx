import { App, DatePicker, Form, Input, Modal, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import type { PersonRef } from '../../../api/types'
import { useLocale } from '../../../shared/i18n'
import { PersonPicker } from '../../../shared/people'
import { sayProblem } from '../../../shared/problems'
import { UnitPicker } from '../../../shared/units'
import { type NewImprovement, useCauses, usePropose } from '../api'
import { improvementCopy } from '../copy'

interface Typed {
  cause: string
  unit?: string
  title: string
  plan: string
  owner: PersonRef
  due: Dayjs
  measure: NewImprovement['measure']
}

/** Drafts an improvement item; the platform writes down what there was before. */
export function ProposeDialog({ onDone }: { onDone: () => void }) {
  const t = improvementCopy.use()
  const zh = useLocale() === 'zh-CN'
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const causes = useCauses()
  const propose = usePropose()
  const required = [{ required: true, message: t.required }]
  const options = (causes.data ?? [])
    .filter((cause) => cause.active && cause.code !== cause.main)
    .map((cause) => ({ value: cause.code, label: zh ? cause.nameZh : cause.nameEn }))

  function send({ owner, due, unit, ...rest }: Typed) {
    propose.mutate(
      { ...rest, unit: unit ?? null, ownerId: owner.id, due: due.format('YYYY-MM-DD') },
      {
        onSuccess: () => {
          message.success(t.proposed)
          onDone()
        },
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  }

  return (
    <Modal
      open
      title={t.propose}
      okText={t.save}
      cancelText={t.cancel}
      confirmLoading={propose.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
    >
      <Form form={form} layout="vertical" initialValues={{ measure: 'SHARE' }} onFinish={send}>
        <Form.Item name="cause" label={t.cause} rules={required}>
          <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
        </Form.Item>
        <Form.Item name="title" label={t.itemTitle} rules={required}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="plan" label={t.plan} rules={required}>
          <Input.TextArea maxLength={2000} rows={3} />
        </Form.Item>
        <Form.Item name="unit" label={t.unit} extra={t.unitHint}>
          <UnitPicker id="improvement-unit" placeholder={t.unit} />
        </Form.Item>
        <Form.Item name="owner" label={t.owner} rules={required}>
          <OwnerField label={t.owner} />
        </Form.Item>
        <Form.Item name="due" label={t.due} rules={required}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="measure" label={t.measure} rules={required}>
          <Select
            options={(['SHARE', 'PER_WEEK'] as const).map((value) => ({ value, label: t.measures[value] }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}

function OwnerField(props: {
  label: string
  value?: PersonRef | null
  onChange?: (person: PersonRef | null) => void
}) {
  return (
    <PersonPicker
      label={props.label}
      value={props.value ?? null}
      onChange={(person) => props.onChange?.(person)}
    />
  )
}

import { Checkbox, DatePicker, Form, Modal, Radio } from 'antd'
import type { Dayjs } from 'dayjs'
import { sopCopy } from '../copy'

interface Values {
  when: 'approval' | 'date'
  date?: Dayjs
  runningToo?: boolean
}

interface Props {
  saving: boolean
  onSubmit: (effectiveFrom: string | null, runningToo: boolean) => void
  onClose: () => void
}

/** From when it is to be in force, and whether tickets that run go over to it. */
export function SubmitDialog({ saving, onSubmit, onClose }: Props) {
  const t = sopCopy.use()
  const [form] = Form.useForm<Values>()
  const when = Form.useWatch('when', form)
  return (
    <Modal
      open
      title={t.submitTitle}
      okText={t.submit}
      cancelText={t.cancel}
      confirmLoading={saving}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ when: 'approval' }}
        onFinish={(values) =>
          onSubmit(
            values.when === 'date' && values.date !== undefined ? values.date.toISOString() : null,
            values.runningToo ?? false,
          )
        }
      >
        <Form.Item name="when" label={t.effectiveFrom}>
          <Radio.Group
            options={[
              { value: 'approval', label: t.atApproval },
              { value: 'date', label: t.fromDate },
            ]}
          />
        </Form.Item>
        {when === 'date' && (
          <Form.Item name="date" rules={[{ required: true, message: t.required }]}>
            <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" />
          </Form.Item>
        )}
        <Form.Item name="runningToo" valuePropName="checked" extra={t.runningTooHint}>
          <Checkbox>{t.runningToo}</Checkbox>
        </Form.Item>
      </Form>
    </Modal>
  )
}

import { App, DatePicker, Form, InputNumber, Modal } from 'antd'
import type { Dayjs } from 'dayjs'
import { sayProblem } from '../../../shared/problems'
import { toPicker } from '../../../shared/time/picker'
import { UnitPicker } from '../../../shared/units'
import { useEnterVolume } from '../api'
import { appealCopy } from '../copy'

/** The parcels of a month and region where the platform does not see them all. */
export function VolumeDialog({ month, onDone }: { month: string; onDone: () => void }) {
  const t = appealCopy.use()
  const f = t.fig
  const { message } = App.useApp()
  const [form] = Form.useForm<{ month: Dayjs; region: string; parcels: number }>()
  const enter = useEnterVolume()
  const required = [{ required: true, message: t.required }]
  return (
    <Modal
      open
      title={f.enter}
      okText={f.save}
      cancelText={t.cancel}
      confirmLoading={enter.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ month: toPicker(Date.parse(`${month}-02`)) }}
        onFinish={(values) =>
          enter.mutate(
            { month: values.month.format('YYYY-MM'), region: values.region, parcels: values.parcels },
            {
              onSuccess: () => {
                message.success(f.saved)
                onDone()
              },
              onError: (problem) => message.error(sayProblem(problem)),
            },
          )
        }
      >
        <Form.Item name="month" label={f.month} rules={required}>
          <DatePicker picker="month" allowClear={false} />
        </Form.Item>
        <Form.Item name="region" label={f.region} rules={required}>
          <UnitPicker kind="REGION" placeholder={f.region} id="volume-region" />
        </Form.Item>
        <Form.Item name="parcels" label={f.volume} rules={required}>
          <InputNumber min={0} max={100_000_000_000} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

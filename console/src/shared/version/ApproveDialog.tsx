import { DatePicker, Form, Modal, Radio } from 'antd'
import type { Dayjs } from 'dayjs'
import { businessNow } from '../clock/clock'
import { DAY } from '../time'
import { fromPicker, toPicker } from '../time/picker'
import { versionCopy } from './copy'

const TIME = { format: 'YYYY-MM-DD HH:mm', showTime: { format: 'HH:mm', minuteStep: 5 as const } }

interface Values {
  when: 'now' | 'then'
  from: Dayjs | null
}

interface Props {
  version: number
  /** What follows the version once it counts. */
  hint: string
  saving: boolean
  onClose: () => void
  /** @param refuse says below the time what is wrong with it */
  onApprove: (from: string | null, refuse: (errors: string[]) => void) => void
}

/** Approves a draft, from now on or from a time still to come. */
export function ApproveDialog({ version, hint, saving, onClose, onApprove }: Props) {
  const t = versionCopy.use()
  const [form] = Form.useForm<Values>()
  const when = Form.useWatch('when', form)

  function submit({ when, from }: Values) {
    const at = when === 'now' || from === null ? null : fromPicker(from)
    onApprove(at, (errors) => form.setFields([{ name: 'from', errors }]))
  }

  return (
    <Modal
      open
      title={t.approveTitle(version)}
      okText={t.approve}
      cancelText={t.cancel}
      confirmLoading={saving}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{hint}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ when: 'now', from: toPicker(tomorrow()) }}
        onFinish={submit}
      >
        <Form.Item name="when">
          <Radio.Group
            options={[
              { value: 'now', label: t.fromNow },
              { value: 'then', label: t.fromThen },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="from"
          label={t.fromWhen}
          hidden={when !== 'then'}
          rules={[{ required: when === 'then', message: t.thenNeeded }]}
        >
          <DatePicker {...TIME} style={{ width: '100%' }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

/** The beginning of the next day in China, when prices usually change. */
function tomorrow(): number {
  const sinceMidnight = (businessNow() + DAY / 3) % DAY
  return businessNow() - sinceMidnight + DAY
}

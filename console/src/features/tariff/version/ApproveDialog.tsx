import { App, DatePicker, Form, Modal, Radio } from 'antd'
import type { Dayjs } from 'dayjs'
import { ApiProblem } from '../../../api/problem'
import type { TariffRow } from '../../../api/types'
import { businessNow } from '../../../shared/clock/clock'
import { DAY } from '../../../shared/time'
import { fromPicker, toPicker } from '../../../shared/time/picker'
import { useTariffAct } from '../api'
import { sayRight } from '../words/right'
import { tariffCopy } from './copy'

const TIME = { format: 'YYYY-MM-DD HH:mm', showTime: { format: 'HH:mm', minuteStep: 5 as const } }

interface Values {
  when: 'now' | 'then'
  from: Dayjs | null
}

/** Approves a draft, from now on or from a time still to come. */
export function ApproveDialog({ row, onClose }: { row: TariffRow; onClose: () => void }) {
  const t = tariffCopy.use()
  const { message } = App.useApp()
  const act = useTariffAct()
  const [form] = Form.useForm<Values>()
  const when = Form.useWatch('when', form)

  function submit({ when, from }: Values) {
    const at = when === 'now' || from === null ? null : fromPicker(from)
    act.mutate(
      { act: 'approve', version: row.version, revision: row.revision, from: at },
      {
        onSuccess: () => {
          message.success(t.approved)
          onClose()
        },
        onError: (problem) => {
          const errors = problem instanceof ApiProblem ? problem.errors.map(sayRight) : []
          form.setFields([{ name: 'from', errors }])
        },
      },
    )
  }

  return (
    <Modal
      open
      title={t.approveTitle(row.version)}
      okText={t.approve}
      cancelText={t.cancel}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{t.approveHint}</p>
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

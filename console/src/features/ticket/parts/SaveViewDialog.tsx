import { App, Form, Input, Modal, Radio } from 'antd'
import type { ViewSharing } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { useCan, useMe } from '../../identity'
import { ticketCopy } from '../copy'
import { useKeepView } from '../views'

interface Props {
  query: Record<string, string>
  columns: string[]
  onDone: () => void
}

interface Values {
  name: string
  shared: ViewSharing
}

/** Keeps what the list shows now under a name, for oneself or for everybody of one's unit. */
export function SaveViewDialog({ query, columns, onDone }: Props) {
  const t = ticketCopy.use()
  const me = useMe()
  const can = useCan()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const keep = useKeepView()

  function submit({ name, shared }: Values) {
    keep.mutate(
      { name, query, columns, shared, unitCode: shared === 'PERSON' ? null : me.unit.code },
      {
        onSuccess: () => {
          message.success(t.saved.kept(name))
          onDone()
        },
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  }
  return (
    <Modal
      open
      title={t.saved.save}
      okText={t.confirm}
      cancelText={t.cancel}
      confirmLoading={keep.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
      width={420}
    >
      <Form<Values> form={form} layout="vertical" initialValues={{ shared: 'PERSON' }} onFinish={submit}>
        <Form.Item
          name="name"
          label={t.saved.nameLabel}
          rules={[{ required: true, whitespace: true, message: t.required }]}
        >
          <Input autoFocus maxLength={40} placeholder={t.saved.nameHint} onPressEnter={() => form.submit()} />
        </Form.Item>
        {can('view.share') && (
          <Form.Item name="shared" label={t.saved.forWhom}>
            <Radio.Group
              options={[
                { value: 'PERSON', label: t.saved.forMe },
                { value: 'UNIT', label: t.saved.forUnit(me.unit.name) },
              ]}
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

import { App, Form, Input, Modal, Radio } from 'antd'
import type { SavedView, ViewSharing } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { useCan, useMe } from '../../identity'
import { ticketCopy } from '../copy'
import { useChangeView, useKeepView } from '../views'

interface Props {
  query: Record<string, string>
  columns: string[]
  /** The view that is changed; null where a new one is kept. */
  changing: SavedView | null
  onDone: () => void
}

interface Values {
  name: string
  shared: ViewSharing
}

/** Keeps what the list shows now under a name, for oneself or for everybody of one's unit; or changes a view so. */
export function SaveViewDialog({ query, columns, changing, onDone }: Props) {
  const t = ticketCopy.use()
  const me = useMe()
  const can = useCan()
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const keep = useKeepView()
  const change = useChangeView()

  function submit({ name, shared }: Values) {
    const unitCode = shared === 'PERSON' ? null : (changing?.unitCode ?? me.unit.code)
    const to = { name, query, columns, shared, unitCode }
    const then = {
      onSuccess: () => {
        message.success(t.saved.kept(name))
        onDone()
      },
      onError: (problem: unknown) => message.error(sayProblem(problem)),
    }
    if (changing === null) keep.mutate(to, then)
    else change.mutate({ view: changing, to }, then)
  }
  return (
    <Modal
      open
      title={changing === null ? t.saved.save : t.saved.change(changing.name)}
      okText={t.confirm}
      cancelText={t.cancel}
      confirmLoading={keep.isPending || change.isPending}
      onOk={() => form.submit()}
      onCancel={onDone}
      width={420}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ name: changing?.name, shared: changing?.shared ?? 'PERSON' }}
        onFinish={submit}
      >
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
                ...(changing?.shared === 'ROLE' ? [{ value: 'ROLE', label: t.saved.forRole }] : []),
              ]}
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}

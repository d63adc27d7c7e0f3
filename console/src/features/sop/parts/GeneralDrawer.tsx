import { Button, Drawer, Form, Input, InputNumber } from 'antd'
import { sopCopy } from '../copy'
import type { SopBody } from '../types'
import { MinutesInput } from './MinutesInput'

type Values = Omit<SopBody, 'stages'> & { note: string }

interface Props {
  body: SopBody
  note: string
  saving: boolean
  onSave: (body: SopBody, note: string) => void
  onClose: () => void
}

/** What holds for the whole SOP. */
export function GeneralDrawer({ body, note, saving, onSave, onClose }: Props) {
  const t = sopCopy.use()
  const [form] = Form.useForm<Values>()
  const needed = { required: true, message: t.required }
  return (
    <Drawer
      open
      size="min(460px, 100vw)"
      title={t.general}
      onClose={onClose}
      footer={
        <Button type="primary" loading={saving} onClick={() => form.submit()}>
          {t.save}
        </Button>
      }
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ ...body, note }}
        onFinish={({ note: why, ...rest }) => onSave({ ...body, ...rest }, why ?? '')}
      >
        <Form.Item name="note" label={t.note}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
        </Form.Item>
        <Form.Item name="longestWaitMinutes" label={t.longestWait} rules={[needed]}>
          <MinutesInput />
        </Form.Item>
        <Form.Item name="reopenWindowMinutes" label={t.reopenWindow} rules={[needed]}>
          <MinutesInput />
        </Form.Item>
        <Form.Item name="repeatWindowMinutes" label={t.repeatWindow} rules={[needed]}>
          <MinutesInput />
        </Form.Item>
        <Form.Item name="handOvers" label={t.handOvers} rules={[needed]}>
          <InputNumber min={1} max={20} />
        </Form.Item>
      </Form>
    </Drawer>
  )
}

import { App, Form, Input, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import type { Colleague, Contact, Disposition } from '../../../api/types'
import { useAct } from '../api'
import { deskCopy } from '../copy'
import { sayDisposition } from '../words'
import { ColleaguePicker } from './ColleaguePicker'

/** Ends a conversation with what it turned out to be. */
export function CloseDialog(props: {
  contact: Contact
  dispositions: Disposition[]
  onDone: (closed: boolean) => void
}) {
  const t = deskCopy.use()
  const { message } = App.useApp()
  const act = useAct()
  const [form] = Form.useForm<{ disposition: string; note?: string }>()
  return (
    <Modal
      open
      title={t.closeTitle}
      okText={t.close}
      cancelText={t.cancel}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={() => props.onDone(false)}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={({ disposition, note }) =>
          act.mutate(
            { act: 'close', contact: props.contact, disposition, note: note?.trim() || null },
            {
              onSuccess: () => {
                message.success(t.closed)
                props.onDone(true)
              },
            },
          )
        }
      >
        <Form.Item name="disposition" label={t.disposition} rules={[{ required: true, message: t.required }]}>
          <Select
            autoFocus
            showSearch={{ optionFilterProp: 'label' }}
            options={props.dispositions.map((one) => ({ value: one.code, label: sayDisposition(one) }))}
          />
        </Form.Item>
        <Form.Item name="note" label={t.noteOptional}>
          <Input.TextArea maxLength={1_000} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

/** Gives a conversation to somebody, or back to the router at a higher level. */
export function PassDialog({ contact, onDone }: { contact: Contact; onDone: (passed: boolean) => void }) {
  const t = deskCopy.use()
  const { message } = App.useApp()
  const act = useAct()
  const [form] = Form.useForm<{ level: number; note: string }>()
  const [person, setPerson] = useState<Colleague['person'] | null>(null)
  return (
    <Modal
      open
      title={t.passTitle}
      okText={t.passOn}
      cancelText={t.cancel}
      confirmLoading={act.isPending}
      onOk={() => form.submit()}
      onCancel={() => onDone(false)}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ level: contact.level }}
        onFinish={({ level, note }) =>
          act.mutate(
            { act: 'pass', contact, person: person?.id ?? null, level, note: note.trim() },
            {
              onSuccess: () => {
                message.success(t.passed)
                onDone(true)
              },
            },
          )
        }
      >
        <Form.Item label={t.passTo} extra={person === null ? t.passAnybody : undefined}>
          <ColleaguePicker value={person} onChange={setPerson} label={t.passTo} />
        </Form.Item>
        <Form.Item name="level" label={t.passLevel}>
          <Radio.Group
            optionType="button"
            options={[1, 2, 3].map((level) => ({
              value: level,
              label: t.level(level),
              disabled: level < contact.level,
            }))}
          />
        </Form.Item>
        <Form.Item
          name="note"
          label={t.passNote}
          rules={[{ required: true, whitespace: true, message: t.required }]}
        >
          <Input.TextArea autoFocus maxLength={1_000} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

import { App, Button, Drawer, Form, Input, Select } from 'antd'
import type { NewSuppression } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { useSuppress } from '../api'
import { outboxCopy } from '../copy'
import styles from '../OutboxPage.module.css'

const CHANNELS = ['SMS', 'EMAIL'] as const
const REASONS = ['OPTED_OUT', 'COMPLAINED', 'UNREACHABLE', 'BLOCKED'] as const

/** Adds somebody to the list who said so by other ways than a reply. */
export function SuppressionDrawer({ onClose }: { onClose: () => void }) {
  const t = outboxCopy.use()
  const { message } = App.useApp()
  const [form] = Form.useForm<NewSuppression>()
  const suppress = useSuppress()
  const needed = { required: true, message: t.list.required }
  return (
    <Drawer
      open
      size="min(480px, 100vw)"
      title={t.list.addTitle}
      onClose={onClose}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="primary" loading={suppress.isPending} onClick={() => form.submit()}>
            {t.list.save}
          </Button>
        </div>
      }
    >
      <Form<NewSuppression>
        form={form}
        layout="vertical"
        initialValues={{ channel: 'SMS', reason: 'OPTED_OUT' }}
        onFinish={(entry) =>
          suppress.mutate(
            { note: null, ...entry },
            {
              onSuccess: () => {
                message.success(t.list.added)
                onClose()
              },
              onError: (problem) => message.error(sayProblem(problem)),
            },
          )
        }
      >
        <Form.Item name="channel" label={t.list.channel} rules={[needed]}>
          <Select options={CHANNELS.map((value) => ({ value, label: t.channel[value] }))} />
        </Form.Item>
        <Form.Item name="to" label={t.list.to} rules={[{ ...needed, whitespace: true }]}>
          <Input maxLength={200} autoComplete="off" placeholder={t.list.toPlaceholder} />
        </Form.Item>
        <Form.Item name="reason" label={t.list.why} rules={[needed]}>
          <Select options={REASONS.map((value) => ({ value, label: t.reason[value] }))} />
        </Form.Item>
        <Form.Item name="note" label={t.list.note}>
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} placeholder={t.list.notePlaceholder} />
        </Form.Item>
      </Form>
    </Drawer>
  )
}

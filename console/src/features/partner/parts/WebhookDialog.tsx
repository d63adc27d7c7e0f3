import { App, Checkbox, Form, Input, Modal } from 'antd'
import type { IssuedWebhook, Webhook } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { useWebhookActions } from '../api'
import { partnerCopy } from '../copy'
import styles from '../KeyPage.module.css'
import { EVENTS, sayEvent } from '../words'

/** Adds an endpoint, or changes the given one. */
export function WebhookDialog({
  keyId,
  webhook,
  onClose,
  onIssued,
}: {
  keyId: string
  webhook: Webhook | null
  onClose: () => void
  onIssued: (webhook: IssuedWebhook) => void
}) {
  const t = partnerCopy.use()
  const { message } = App.useApp()
  const [form] = Form.useForm<{ url: string; events: string[] }>()
  const { add, change } = useWebhookActions(keyId)
  const onError = (problem: unknown) => message.error(sayProblem(problem))
  return (
    <Modal
      open
      title={webhook === null ? t.addWebhook : t.changeWebhook}
      okText={webhook === null ? t.create : t.save}
      cancelText={t.cancel}
      confirmLoading={add.isPending || change.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={webhook ?? { url: 'https://', events: EVENTS }}
        onFinish={({ url, events }) =>
          webhook === null
            ? add.mutate({ url: url.trim(), events }, { onSuccess: onIssued, onError })
            : change.mutate(
                { id: webhook.id, url: url.trim(), events, enabled: webhook.enabled },
                { onSuccess: onClose, onError },
              )
        }
      >
        <Form.Item
          name="url"
          label={t.url}
          extra={t.urlHint}
          rules={[{ required: true, whitespace: true, message: t.required }]}
        >
          <Input inputMode="url" maxLength={1000} />
        </Form.Item>
        <Form.Item
          name="events"
          label={t.events}
          rules={[{ required: true, type: 'array', min: 1, message: t.required }]}
        >
          <Checkbox.Group className={styles.choices}>
            {EVENTS.map((event) => (
              <Checkbox key={event} value={event}>
                {sayEvent(event)} <code className={styles.soft}>{event}</code>
              </Checkbox>
            ))}
          </Checkbox.Group>
        </Form.Item>
      </Form>
    </Modal>
  )
}

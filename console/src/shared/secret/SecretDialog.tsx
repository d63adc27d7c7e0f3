import { CopyOutlined } from '@ant-design/icons'
import { App, Button, Modal } from 'antd'
import type { ReactNode } from 'react'
import { secretCopy } from './copy'
import styles from './SecretDialog.module.css'

export interface Secret {
  label: string
  value: string
}

/** Shows what can be seen only once; it does not close by a stray press. */
export function SecretDialog({
  title,
  secrets,
  onClose,
  children,
}: {
  title: string
  secrets: Secret[] | null
  onClose: () => void
  children?: ReactNode
}) {
  const t = secretCopy.use()
  const { message } = App.useApp()

  async function copy(value: string) {
    try {
      await navigator.clipboard.writeText(value)
      message.success(t.copied)
    } catch {
      message.warning(t.copyFailed)
    }
  }

  return (
    <Modal
      open={secrets !== null}
      title={title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t.close}
        </Button>
      }
    >
      <p className={styles.once}>{t.once}</p>
      <dl className={styles.secrets}>
        {secrets?.map((secret) => (
          <div key={secret.label}>
            <dt>{secret.label}</dt>
            <dd>
              <code>{secret.value}</code>
              <Button
                type="text"
                icon={<CopyOutlined />}
                aria-label={t.copy(secret.label)}
                onClick={() => void copy(secret.value)}
              />
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </Modal>
  )
}

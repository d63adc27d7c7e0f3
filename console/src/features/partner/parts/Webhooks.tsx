import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import type { IssuedWebhook, Webhook } from '../../../api/types'
import { joinList } from '../../../shared/i18n'
import { sayProblem } from '../../../shared/problems'
import { SecretDialog } from '../../../shared/secret'
import { exactTime } from '../../../shared/time'
import { EmptyState, ErrorState, Section, SkeletonRows, Tag } from '../../../shared/ui'
import { useWebhookActions, useWebhooks } from '../api'
import { partnerCopy } from '../copy'
import styles from '../KeyPage.module.css'
import { sayEvent } from '../words'
import { Deliveries } from './Deliveries'
import { WebhookDialog } from './WebhookDialog'

/** Where the partner is told; the log that is open stands in the address. */
export function Webhooks({ keyId }: { keyId: string }) {
  const t = partnerCopy.use()
  const { data, error, refetch } = useWebhooks(keyId)
  const [params, setParams] = useSearchParams()
  const [editing, setEditing] = useState<Webhook | 'new' | null>(null)
  const [issued, setIssued] = useState<IssuedWebhook | null>(null)
  const open = params.get('webhook')
  return (
    <Section
      title={t.webhooks}
      extra={
        <Button size="small" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
          {t.addWebhook}
        </Button>
      }
    >
      {error !== null && (
        <ErrorState error={error} onRetry={() => void refetch()} over={data !== undefined} />
      )}
      {error === null && data === undefined && <SkeletonRows rows={3} />}
      {data?.length === 0 && <EmptyState title={t.noWebhooks}>{t.noWebhooksHint}</EmptyState>}
      <div className={styles.rows}>
        {data?.map((webhook) => (
          <WebhookRow
            key={webhook.id}
            keyId={keyId}
            webhook={webhook}
            open={open === webhook.id}
            onToggle={() => setParams(open === webhook.id ? {} : { webhook: webhook.id }, { replace: true })}
            onChange={() => setEditing(webhook)}
            onIssued={setIssued}
          />
        ))}
      </div>
      {editing !== null && (
        <WebhookDialog
          keyId={keyId}
          webhook={editing === 'new' ? null : editing}
          onClose={() => setEditing(null)}
          onIssued={(webhook) => {
            setEditing(null)
            setIssued(webhook)
          }}
        />
      )}
      <SecretDialog
        title={t.issuedWebhook}
        secrets={issued && [{ label: t.secret, value: issued.secret }]}
        onClose={() => setIssued(null)}
      >
        <p className={styles.soft}>{t.webhookSecretHow}</p>
      </SecretDialog>
    </Section>
  )
}

function WebhookRow({
  keyId,
  webhook,
  open,
  onToggle,
  onChange,
  onIssued,
}: {
  keyId: string
  webhook: Webhook
  open: boolean
  onToggle: () => void
  onChange: () => void
  onIssued: (webhook: IssuedWebhook) => void
}) {
  const t = partnerCopy.use()
  const { message } = App.useApp()
  const { change, ping, remove, rotate } = useWebhookActions(keyId)
  const onError = (problem: unknown) => message.error(sayProblem(problem))
  const { id, url, events, enabled } = webhook
  return (
    <div className={styles.row}>
      <div className={styles.what}>
        <div className={styles.line}>
          <code className={styles.code}>{url}</code>
          <Tag meaning={enabled ? 'good' : 'stopped'}>{enabled ? t.enabled : t.disabled}</Tag>
        </div>
        <span className={styles.soft}>{joinList(events.map(sayEvent))}</span>
        {webhook.disabledCode !== null && (
          <span className={styles.soft}>{t.disabledBecause(webhook.disabledCode)}</span>
        )}
        {webhook.previousUntil !== null && Date.parse(webhook.previousUntil) > Date.now() && (
          <span className={styles.soft}>{t.twoSecrets(exactTime(webhook.previousUntil))}</span>
        )}
      </div>
      <div className={styles.actions}>
        <Button size="small" aria-expanded={open} onClick={onToggle}>
          {open ? t.hideLog : t.log}
        </Button>
        <Button
          size="small"
          disabled={!enabled}
          loading={ping.isPending}
          onClick={() => ping.mutate(id, { onSuccess: () => message.success(t.pinged), onError })}
        >
          {t.ping}
        </Button>
        <Button size="small" onClick={onChange}>
          {t.change}
        </Button>
        <Popconfirm
          title={t.rotateSure}
          okText={t.rotate}
          cancelText={t.cancel}
          onConfirm={() => rotate.mutate(id, { onSuccess: onIssued, onError })}
        >
          <Button size="small" loading={rotate.isPending}>
            {t.rotate}
          </Button>
        </Popconfirm>
        <Button
          size="small"
          loading={change.isPending}
          onClick={() => change.mutate({ id, url, events, enabled: !enabled }, { onError })}
        >
          {enabled ? t.disable : t.enable}
        </Button>
        <Popconfirm
          title={t.removeSure}
          okText={t.remove}
          cancelText={t.cancel}
          okButtonProps={{ danger: true }}
          onConfirm={() => remove.mutate(id, { onError })}
        >
          <Button size="small" danger loading={remove.isPending}>
            {t.remove}
          </Button>
        </Popconfirm>
      </div>
      {open && <Deliveries keyId={keyId} webhookId={id} />}
    </div>
  )
}

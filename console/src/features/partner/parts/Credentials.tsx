import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Form, Input, Modal, Popconfirm, Radio } from 'antd'
import { useState } from 'react'
import type { CredentialKind, IssuedCredential } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { SecretDialog } from '../../../shared/secret'
import { exactTime } from '../../../shared/time'
import { EmptyState, ErrorState, Section, SkeletonRows, Tag } from '../../../shared/ui'
import { useCredentials, useIssueCredential, useRevokeCredential } from '../api'
import { partnerCopy } from '../copy'
import styles from '../KeyPage.module.css'

const KINDS: CredentialKind[] = ['OAUTH', 'SIGNING']

export function Credentials({ keyId }: { keyId: string }) {
  const t = partnerCopy.use()
  const { data, error, refetch } = useCredentials(keyId)
  const [adding, setAdding] = useState(false)
  const [issued, setIssued] = useState<IssuedCredential | null>(null)
  return (
    <Section
      title={t.credentials}
      extra={
        <Button size="small" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {t.addCredential}
        </Button>
      }
    >
      {error !== null && (
        <ErrorState error={error} onRetry={() => void refetch()} over={data !== undefined} />
      )}
      {error === null && data === undefined && <SkeletonRows rows={3} />}
      {data?.length === 0 && <EmptyState title={t.noCredentials}>{t.noCredentialsHint}</EmptyState>}
      <div className={styles.rows}>
        {data?.map((credential) => (
          <div key={credential.id} className={styles.row}>
            <div className={styles.what}>
              <div className={styles.line}>
                <strong>{credential.name}</strong>
                <Tag>{t.kind[credential.kind]}</Tag>
              </div>
              <code className={styles.code}>{credential.clientId}</code>
              <span className={styles.soft}>
                {t.created} {exactTime(credential.createdAt)} · {t.used}{' '}
                {credential.lastUsedAt === null ? t.never : exactTime(credential.lastUsedAt)}
              </span>
            </div>
            <Revoke keyId={keyId} id={credential.id} name={credential.name} />
          </div>
        ))}
      </div>
      {adding && (
        <AddCredential
          keyId={keyId}
          onClose={() => setAdding(false)}
          onIssued={(credential) => {
            setAdding(false)
            setIssued(credential)
          }}
        />
      )}
      <SecretDialog
        title={t.issuedCredential}
        secrets={
          issued && [
            { label: t.clientId, value: issued.credential.clientId },
            { label: t.secret, value: issued.secret },
          ]
        }
        onClose={() => setIssued(null)}
      />
    </Section>
  )
}

function Revoke({ keyId, id, name }: { keyId: string; id: string; name: string }) {
  const t = partnerCopy.use()
  const { message } = App.useApp()
  const revoke = useRevokeCredential(keyId)
  return (
    <Popconfirm
      title={t.revokeSure(name)}
      okText={t.revoke}
      cancelText={t.cancel}
      okButtonProps={{ danger: true }}
      onConfirm={() =>
        revoke.mutate(id, {
          onSuccess: () => message.success(t.revoked),
          onError: (problem) => message.error(sayProblem(problem)),
        })
      }
    >
      <Button size="small" danger loading={revoke.isPending}>
        {t.revoke}
      </Button>
    </Popconfirm>
  )
}

function AddCredential({
  keyId,
  onClose,
  onIssued,
}: {
  keyId: string
  onClose: () => void
  onIssued: (credential: IssuedCredential) => void
}) {
  const t = partnerCopy.use()
  const { message } = App.useApp()
  const [form] = Form.useForm<{ kind: CredentialKind; name: string }>()
  const issue = useIssueCredential(keyId)
  return (
    <Modal
      open
      title={t.addCredential}
      okText={t.create}
      cancelText={t.cancel}
      confirmLoading={issue.isPending}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: 'OAUTH' }}
        onFinish={(body) =>
          issue.mutate(body, {
            onSuccess: onIssued,
            onError: (problem) => message.error(sayProblem(problem)),
          })
        }
      >
        <Form.Item name="kind">
          <Radio.Group className={styles.choices}>
            {KINDS.map((kind) => (
              <Radio key={kind} value={kind}>
                {t.kind[kind]}
                <div className={styles.soft}>{t.kindHint[kind]}</div>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <Form.Item
          name="name"
          label={t.name}
          rules={[{ required: true, whitespace: true, message: t.required }]}
        >
          <Input maxLength={100} placeholder={t.namePlaceholder} />
        </Form.Item>
      </Form>
    </Modal>
  )
}

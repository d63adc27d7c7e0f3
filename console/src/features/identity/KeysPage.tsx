import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { IssuedKey } from '../../api/types'
import { SecretDialog } from '../../shared/secret'
import { DataTable, EmptyState, ErrorState, PageFrame } from '../../shared/ui'
import { callbackUrl, useKeys } from './keys/api'
import { keysCopy } from './keys/copy'
import { KeyCard } from './keys/KeyCard'
import { KeyDrawer } from './keys/KeyDrawer'
import { useKeyColumns } from './keys/keyColumns'
import styles from './PeoplePage.module.css'

/** Keys by which partners' systems call; the secret itself is shown once and never again. */
export default function KeysPage() {
  const t = keysCopy.use()
  const { data, error, refetch } = useKeys()
  const columns = useKeyColumns()
  const [adding, setAdding] = useState(false)
  const [issued, setIssued] = useState<IssuedKey | null>(null)
  const secrets = issued && [
    { label: t.secret, value: issued.secret },
    ...(issued.kuaidi100Salt == null || !issued.key.permissions.includes('scans.write')
      ? []
      : [
          { label: t.salt, value: issued.kuaidi100Salt },
          { label: t.callback, value: callbackUrl(issued.key.id) },
        ]),
  ]
  return (
    <PageFrame
      title={t.title}
      fill
      actions={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
          {t.add}
        </Button>
      }
    >
      <p className={styles.soft}>{t.hint}</p>
      {error !== null && (
        <ErrorState error={error} over={data !== undefined} onRetry={() => void refetch()} />
      )}
      {(error === null || data !== undefined) && (
        <DataTable
          label={t.title}
          columns={columns}
          rows={data?.items}
          rowKey={(key) => key.id}
          rowHeight={44}
          card={(key) => <KeyCard partnerKey={key} />}
          cardHeight={146}
          empty={<EmptyState title={t.emptyTitle}>{t.emptyHint}</EmptyState>}
        />
      )}
      {adding && (
        <KeyDrawer
          onClose={() => setAdding(false)}
          onIssued={(key) => {
            setAdding(false)
            setIssued(key)
          }}
        />
      )}
      <SecretDialog title={t.issuedTitle} secrets={secrets} onClose={() => setIssued(null)}>
        <p className={styles.soft}>{t.howTo}</p>
      </SecretDialog>
    </PageFrame>
  )
}

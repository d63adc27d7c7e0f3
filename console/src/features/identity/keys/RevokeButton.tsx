import { App, Button, Popconfirm } from 'antd'
import type { PartnerKey } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { useRevokeKey } from './api'
import { keysCopy } from './copy'

/** Revoking cannot be undone, so it asks first. */
export function RevokeButton({ partnerKey }: { partnerKey: PartnerKey }) {
  const t = keysCopy.use()
  const { message } = App.useApp()
  const revoke = useRevokeKey()
  return (
    <Popconfirm
      title={t.revokeSure(partnerKey.name)}
      okText={t.revoke}
      cancelText={t.cancel}
      okButtonProps={{ danger: true }}
      onConfirm={() =>
        revoke.mutate(partnerKey.id, {
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

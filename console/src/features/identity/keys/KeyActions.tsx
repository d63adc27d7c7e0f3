import { Button } from 'antd'
import { useNavigate } from 'react-router'
import type { PartnerKey } from '../../../api/types'
import styles from '../PeoplePage.module.css'
import { keysCopy } from './copy'
import { RevokeButton } from './RevokeButton'

export function KeyActions({ partnerKey }: { partnerKey: PartnerKey }) {
  const t = keysCopy.use()
  const navigate = useNavigate()
  return (
    <span className={styles.tags}>
      <Button size="small" onClick={() => navigate(`/keys/${partnerKey.id}`)}>
        {t.connect}
      </Button>
      <RevokeButton partnerKey={partnerKey} />
    </span>
  )
}

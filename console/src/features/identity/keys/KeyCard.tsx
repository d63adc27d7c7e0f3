import type { PartnerKey } from '../../../api/types'
import { joinList } from '../../../shared/i18n'
import { exactTime } from '../../../shared/time'
import { cx, UnitName } from '../../../shared/ui'
import styles from '../PeoplePage.module.css'
import { keysCopy } from './copy'
import { KeyActions } from './KeyActions'
import { sayPermission } from './words'

/** A key on a phone. */
export function KeyCard({ partnerKey }: { partnerKey: PartnerKey }) {
  const t = keysCopy.use()
  return (
    <div className={styles.card}>
      <strong>{partnerKey.name}</strong>
      <div className={cx(styles.soft, styles.clamped)}>
        {joinList(partnerKey.permissions.map(sayPermission))}
      </div>
      <div className={styles.soft}>
        <UnitName unit={partnerKey.unit} /> ·{' '}
        {partnerKey.lastUsedAt === null ? t.never : exactTime(partnerKey.lastUsedAt)}
      </div>
      <KeyActions partnerKey={partnerKey} />
    </div>
  )
}

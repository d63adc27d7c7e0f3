import { Button } from 'antd'
import { Link } from 'react-router'
import { ErrorState, Section, SkeletonRows } from '../../../shared/ui'
import { useCan } from '../../identity'
import { useClaims } from '../api'
import { claimCopy } from '../copy'
import { ClaimCard } from './ClaimCard'
import styles from './ParcelClaims.module.css'

/** The claims about a parcel, beside whatever else one looks at, and the way to write one down. */
export function ParcelClaims({ waybill }: { waybill: string }) {
  const t = claimCopy.use()
  const can = useCan()
  const list = useClaims({ view: 'ALL', text: waybill })
  return (
    <Section
      title={t.ofParcel}
      extra={
        can('claim.open') && (
          <Link to={`/claims?enter=${encodeURIComponent(waybill)}`}>
            <Button size="small">{t.enter.button}</Button>
          </Link>
        )
      }
    >
      {list.rows === undefined &&
        (list.error === null ? (
          <SkeletonRows rows={1} />
        ) : (
          <ErrorState error={list.error} onRetry={list.retry} />
        ))}
      {list.rows?.length === 0 && <p className={styles.none}>{t.ofParcelNone}</p>}
      <ul className={styles.list}>
        {list.rows?.map((claim) => (
          <li key={claim.id}>
            <Link to={`/claims?view=ALL&claim=${claim.id}`} className={styles.claim}>
              <ClaimCard claim={claim} />
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

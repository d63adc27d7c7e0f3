import { Link, useParams } from 'react-router'
import { EmptyState, ErrorState, PageFrame, SkeletonRows, UnitName } from '../../shared/ui'
import { useKey } from './api'
import { partnerCopy } from './copy'
import styles from './KeyPage.module.css'
import { Credentials } from './parts/Credentials'
import { Webhooks } from './parts/Webhooks'

/** How one partner connects: the secrets its programs call with, and where it is told of progress. */
export default function KeyPage() {
  const t = partnerCopy.use()
  const { id = '' } = useParams()
  const { data, error, isPending, refetch } = useKey(id)
  const back = <Link to="/keys">{t.back}</Link>
  if (isPending) {
    return <SkeletonRows rows={10} />
  }
  if (data === undefined || data === null) {
    return (
      <PageFrame title={t.credentials} actions={back}>
        {error === null ? (
          <EmptyState title={t.missing}>{back}</EmptyState>
        ) : (
          <ErrorState error={error} onRetry={() => void refetch()} />
        )}
      </PageFrame>
    )
  }
  return (
    <PageFrame
      title={data.name}
      aside={
        <span className={styles.soft}>
          <UnitName unit={data.unit} />
        </span>
      }
      actions={back}
    >
      <p className={styles.soft}>{t.hint}</p>
      <Credentials keyId={id} />
      <Webhooks keyId={id} />
    </PageFrame>
  )
}

import { Button } from 'antd'
import { EmptyState, ErrorState, SkeletonRows } from '../../../shared/ui'
import { usePast } from '../api'
import { operationCopy } from '../copy'
import { AbnormalCard } from './AbnormalCard'

/** What is over, the newest first. */
export function Past({ unit, onSite }: { unit: string | null; onSite: (code: string) => void }) {
  const t = operationCopy.use()
  const list = usePast(unit)
  if (list.rows === undefined && list.error != null)
    return <ErrorState error={list.error} onRetry={list.retry} />
  if (list.rows === undefined) return <SkeletonRows rows={6} height={72} />
  if (list.rows.length === 0) return <EmptyState title={t.emptyPast} />
  return (
    <>
      {list.rows.map((one) => (
        <AbnormalCard key={one.id} one={one} onSite={onSite} />
      ))}
      {list.hasMore && (
        <Button loading={list.loadingMore} onClick={list.more}>
          {t.more}
        </Button>
      )}
    </>
  )
}

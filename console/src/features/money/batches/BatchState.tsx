import type { PayoutBatch } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { Tag } from '../../../shared/ui'
import { batchCopy } from './copy'

/** How far a batch is: not at the bank yet, waiting for the bank, or over. */
export function BatchState({ batch }: { batch: PayoutBatch }) {
  const t = batchCopy.use()
  if (batch.open === 0) return <Tag meaning="good">{t.closed}</Tag>
  if (batch.open < batch.payouts) return <Tag meaning="watch">{t.left(sayNumber(batch.open))}</Tag>
  if (batch.fetchedAt === null) return <Tag meaning="watch">{t.notFetched}</Tag>
  return <Tag>{t.waiting}</Tag>
}

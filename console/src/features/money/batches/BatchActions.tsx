import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { keys } from '../../../api/query'
import type { PayoutBatch } from '../../../api/types'
import { useCan } from '../../identity'
import { fileUrl } from './api'
import styles from './Batches.module.css'
import { batchCopy } from './copy'

/** By when the browser has begun with the file, and the server has written down who took it. */
const TAKEN_MS = 1_500

/** What is done with a batch: the file is taken to the bank, and the bank's answer brought back. */
export function BatchActions({
  batch,
  onAnswer,
}: {
  batch: PayoutBatch
  onAnswer: (batch: PayoutBatch) => void
}) {
  const t = batchCopy.use()
  const client = useQueryClient()
  if (!useCan()('money.settle')) return null
  return (
    <span className={styles.actions}>
      <Button
        size="small"
        href={fileUrl(batch)}
        download
        onClick={() => setTimeout(() => client.invalidateQueries({ queryKey: keys.batches }), TAKEN_MS)}
      >
        {t.download}
      </Button>
      {batch.open > 0 && (
        <Button size="small" onClick={() => onAnswer(batch)}>
          {t.result}
        </Button>
      )}
    </span>
  )
}

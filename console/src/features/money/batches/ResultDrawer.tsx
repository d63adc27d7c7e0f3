import { useQueryClient } from '@tanstack/react-query'
import { keys } from '../../../api/query'
import type { ImportReport, PayoutBatch } from '../../../api/types'
import { ImportDrawer } from '../../../shared/imports'
import { sayNumber } from '../../../shared/time'
import { resultPath } from './api'
import { batchCopy } from './copy'

/** What the bank says of a batch: checked line by line first, then booked, all of the file or nothing. */
export function ResultDrawer({ batch, onClose }: { batch: PayoutBatch; onClose: () => void }) {
  const t = batchCopy.use()
  const client = useQueryClient()
  function say({ dryRun, rows, updated, unchanged, errors }: ImportReport) {
    if (!dryRun) return t.applied(sayNumber(updated), sayNumber(unchanged))
    return errors.length === 0 ? t.readable(sayNumber(rows)) : t.unreadable(sayNumber(rows))
  }
  return (
    <ImportDrawer
      open
      title={t.resultTitle(batch.number)}
      path={resultPath(batch)}
      columns={Object.entries(t.resultColumns).map(([name, meaning]) => ({
        name,
        meaning,
        required: name !== 'reason',
      }))}
      templateName={`${batch.number}.csv`}
      say={say}
      onClose={onClose}
      onImported={() => {
        for (const queryKey of [keys.batches, keys.payouts, keys.accounts]) {
          void client.invalidateQueries({ queryKey })
        }
      }}
    />
  )
}

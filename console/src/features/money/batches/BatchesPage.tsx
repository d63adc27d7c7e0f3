import { App, Button } from 'antd'
import { useState } from 'react'
import { ApiProblem } from '../../../api/problem'
import type { PayoutBatch } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { sayProblem } from '../../../shared/problems'
import { sayNumber } from '../../../shared/time'
import { DataTable, EmptyState, ErrorState } from '../../../shared/ui'
import { useCan } from '../../identity'
import { BooksOnly, MoneyFrame } from '../parts/MoneyFrame'
import { useBatches, useMakeBatch } from './api'
import { BatchCard } from './BatchCard'
import styles from './Batches.module.css'
import { useBatchColumns } from './batchColumns'
import { batchCopy } from './copy'
import { ResultDrawer } from './ResultDrawer'

/** Files for a bank: made, carried there, and its answers brought back. */
export default function BatchesPage() {
  return (
    <BooksOnly title={batchCopy.use().title}>
      <Batches />
    </BooksOnly>
  )
}

function Batches() {
  const t = batchCopy.use()
  const can = useCan()
  const { data: rows, error, refetch } = useBatches()
  const [answered, setAnswered] = useState<PayoutBatch | null>(null)
  const columns = useBatchColumns(setAnswered)
  return (
    <MoneyFrame title={t.title} lead={t.lead} actions={can('money.settle') && <MakeButton />}>
      {can('money.settle') && <p className={styles.record}>{t.record}</p>}
      {error !== null && (
        <ErrorState error={error} over={rows !== undefined} onRetry={() => void refetch()} />
      )}
      {(error === null || rows !== undefined) && (
        <DataTable
          label={t.title}
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          rowHeight={44}
          card={(row) => <BatchCard batch={row} onAnswer={setAnswered} />}
          cardHeight={126}
          empty={<EmptyState title={t.none}>{t.noneHint}</EmptyState>}
        />
      )}
      {answered !== null && <ResultDrawer batch={answered} onClose={() => setAnswered(null)} />}
    </MoneyFrame>
  )
}

/** Puts everything that waits into a batch, or says that nothing does. */
function MakeButton() {
  const t = batchCopy.use()
  const { message } = App.useApp()
  const make = useMakeBatch()
  return (
    <Button
      type="primary"
      loading={make.isPending}
      onClick={() =>
        make.mutate(undefined, {
          onSuccess: (batch) =>
            message.success(t.made(batch.number, sayNumber(batch.payouts), sayFen(batch.fen))),
          onError: (problem) =>
            problem instanceof ApiProblem && problem.code === 'NOTHING_TO_PAY'
              ? message.info(t.nothing)
              : message.error(sayProblem(problem)),
        })
      }
    >
      {t.make}
    </Button>
  )
}

import { useBusinessNow } from '../../../shared/clock/clock'
import { sayNumber, sayTime } from '../../../shared/time'
import { Chip, EmptyState, ErrorState, SkeletonRows } from '../../../shared/ui'
import { type Board, type Cause, useStanding } from '../api'
import { operationCopy } from '../copy'
import styles from '../OperationPage.module.css'
import { AbnormalCard } from './AbnormalCard'

interface Props {
  unit: string | null
  board: Board | undefined
  cause: string | null
  onCause: (cause: Cause | null) => void
  onSite: (code: string) => void
}

/** The sites that do not work as usual now, the worst first. */
export function Standing({ unit, board, cause, onCause, onSite }: Props) {
  const t = operationCopy.use()
  const { data, error, refetch } = useStanding(unit, cause)
  return (
    <>
      {board !== undefined && board.standing.length > 0 && (
        <div role="group" aria-label={t.causesLabel} className={styles.chips}>
          <Chip on={cause === null} words={t.allCauses} onPress={() => onCause(null)} />
          {board.standing.map((row) => (
            <Chip
              key={row.cause}
              on={cause === row.cause}
              words={`${t.causes[row.cause]} ${sayNumber(row.sites)}`}
              onPress={() => onCause(row.cause)}
            />
          ))}
        </div>
      )}
      {error !== null && (
        <ErrorState error={error} onRetry={() => void refetch()} over={data !== undefined} />
      )}
      {data === undefined && error === null && <SkeletonRows rows={5} height={96} />}
      {data?.items.length === 0 && <Nothing board={board} />}
      {data?.items.map((one) => (
        <AbnormalCard key={one.id} one={one} onSite={onSite} />
      ))}
    </>
  )
}

function Nothing({ board }: { board: Board | undefined }) {
  const t = operationCopy.use()
  const now = useBusinessNow()
  const from = board?.judgedFrom
  return (
    <EmptyState title={t.empty}>
      {from === null
        ? t.notYet
        : from !== undefined && Date.parse(from) > now
          ? t.learning(sayTime(from, now))
          : t.emptyHint}
    </EmptyState>
  )
}

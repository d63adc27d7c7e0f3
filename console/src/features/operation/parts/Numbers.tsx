import { sayNumber } from '../../../shared/time'
import { Figure, Figures } from '../../../shared/ui'
import type { Board } from '../api'
import { operationCopy } from '../copy'
import { sayPart } from '../model'

/** How the part of the network stands now, in five numbers. */
export function Numbers({ board }: { board: Board }) {
  const t = operationCopy.use()
  const { numbers } = t
  return (
    <Figures>
      <Figure
        label={numbers.abnormal}
        value={sayNumber(board.abnormalSites)}
        means={numbers.abnormalMeans(sayNumber(board.sites))}
        act={board.abnormalSites > 0}
      />
      <Figure label={numbers.backlog} value={sayNumber(board.backlog)} means={numbers.backlogMeans} />
      <Figure
        label={numbers.aged}
        value={sayNumber(board.aged)}
        means={numbers.agedMeans(sayPart(board.aged, board.backlog))}
      />
      <Figure
        label={numbers.rate}
        value={sayPart(board.delivered, board.given)}
        means={numbers.rateMeans(sayNumber(board.delivered), sayNumber(board.given))}
      />
      <Figure
        label={numbers.failed}
        value={sayPart(board.failed, board.given)}
        means={numbers.failedMeans(sayNumber(board.failed), sayNumber(board.given))}
      />
    </Figures>
  )
}

import { sayNumber } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import type { Board } from '../api'
import { operationCopy } from '../copy'
import { sayPart } from '../model'
import styles from '../OperationPage.module.css'

/** How the part of the network stands now, in five numbers. */
export function Numbers({ board }: { board: Board }) {
  const t = operationCopy.use()
  const { numbers } = t
  return (
    <dl className={styles.numbers}>
      <OneNumber
        label={numbers.abnormal}
        value={sayNumber(board.abnormalSites)}
        means={numbers.abnormalMeans(sayNumber(board.sites))}
        act={board.abnormalSites > 0}
      />
      <OneNumber label={numbers.backlog} value={sayNumber(board.backlog)} means={numbers.backlogMeans} />
      <OneNumber
        label={numbers.aged}
        value={sayNumber(board.aged)}
        means={numbers.agedMeans(sayPart(board.aged, board.backlog))}
      />
      <OneNumber
        label={numbers.rate}
        value={sayPart(board.delivered, board.given)}
        means={numbers.rateMeans(sayNumber(board.delivered), sayNumber(board.given))}
      />
      <OneNumber
        label={numbers.failed}
        value={sayPart(board.failed, board.given)}
        means={numbers.failedMeans(sayNumber(board.failed), sayNumber(board.given))}
      />
    </dl>
  )
}

function OneNumber(props: { label: string; value: string; means: string; act?: boolean }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd className={cx('tabular', props.act && styles.act)}>{props.value}</dd>
      <dd>{props.means}</dd>
    </div>
  )
}

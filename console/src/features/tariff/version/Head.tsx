import { ApiProblem } from '../../../api/problem'
import type { TariffRow } from '../../../api/types'
import { VersionHead } from '../../../shared/version'
import { useCan } from '../../identity'
import { useTariffAct } from '../api'
import { sayRight } from '../words/right'
import { tariffCopy } from './copy'

interface Props {
  row: TariffRow
  unsaved: boolean
  /** How many things of the text that was saved are wrong. */
  flaws: number
  onClose: () => void
}

/** Which version of the prices it is, how it stands, and what can be done with it. */
export function Head({ row, ...props }: Props) {
  const t = tariffCopy.use()
  const mayWrite = useCan()('tariff.manage')
  const act = useTariffAct()
  const { version, revision } = row
  return (
    <VersionHead
      row={row}
      {...props}
      mayWrite={mayWrite}
      approveHint={t.approveHint}
      saving={act.isPending}
      onApprove={(from, onSuccess, refuse) =>
        act.mutate(
          { act: 'approve', version, revision, from },
          {
            onSuccess,
            onError: (problem) => refuse(problem instanceof ApiProblem ? problem.errors.map(sayRight) : []),
          },
        )
      }
      onDrop={(reason, onSuccess) => act.mutate({ act: 'drop', version, revision, reason }, { onSuccess })}
    />
  )
}

import type { ChargeRow } from '../../../api/types'
import { Tag } from '../../../shared/ui'
import { chargeCopy } from '../copy'
import { STATE_MEANING } from '../model'

/** Where a charge stands; how it ended, where it is over. */
export function StateTag({ charge, strong }: { charge: ChargeRow; strong?: boolean }) {
  const t = chargeCopy.use()
  const won = charge.ending === 'MOVED' || charge.ending === 'LIFTED'
  return (
    <Tag meaning={won ? 'good' : STATE_MEANING[charge.state]} strong={strong}>
      {charge.ending === null ? t.states[charge.state] : t.endings[charge.ending]}
    </Tag>
  )
}

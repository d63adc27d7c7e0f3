import type { ChargeRow } from '../../../api/types'
import { TimeLeft } from '../../../shared/ui'
import { isTimed, LIMIT_MINUTES } from '../model'

/** The time that is left to speak up; a dash where nothing runs. */
export function ChargeTimeLeft({ charge, size }: { charge: ChargeRow; size?: 'row' | 'page' }) {
  const limit = isTimed(charge.state) ? LIMIT_MINUTES[charge.state] : 0
  return <TimeLeft dueAt={charge.due} limitMinutes={limit} size={size} />
}

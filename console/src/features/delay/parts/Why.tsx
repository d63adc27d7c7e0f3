import { sayHours } from '../../../shared/time'
import { parcelCopy } from '../../parcel'
import type { DelayRow } from '../api'
import { delayCopy } from '../copy'

/** The reason of a warning in words. */
export function useWhy(): (row: DelayRow) => string {
  const t = delayCopy.use()
  const parcel = parcelCopy.use()
  return (row) => {
    const { code, site, stage, hours } = row.reason
    if (row.expected === null && code === 'TIGHT_PROMISE') return t.reasons.UNKNOWN
    if (code === 'TIGHT_PROMISE')
      return hours < 1 ? t.reasons.tightLittle : t.reasons.TIGHT_PROMISE(sayHours(hours))
    const where = stage === null ? '' : parcel.stage[stage]
    return t.reasons[code](site?.name ?? '', where, sayHours(hours))
  }
}

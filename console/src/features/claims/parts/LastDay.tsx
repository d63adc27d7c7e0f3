import { useBusinessNow } from '../../../shared/clock/clock'
import { sayDay } from '../../../shared/time'

/** The last day of a period that ends at its midnight: the instant that is kept is the first one that is too late. */
export function LastDay({ at }: { at: string | null }) {
  const now = useBusinessNow()
  return <span className="tabular">{at === null ? '—' : sayDay(Date.parse(at) - 1, now)}</span>
}

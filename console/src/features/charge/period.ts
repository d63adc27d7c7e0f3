import { useSearchParams } from 'react-router'
import { useBusinessNow } from '../../shared/clock/clock'
import { toPicker } from '../../shared/time/picker'

/** Whole days in Beijing, both included. */
export interface Period {
  from: string
  to: string
}

const DAY = 'YYYY-MM-DD'

/** From the first of this month to today. */
export function thisMonth(now: number): Period {
  const today = toPicker(now)
  return { from: today.startOf('month').format(DAY), to: today.format(DAY) }
}

/** All of the month before. */
export function lastMonth(now: number): Period {
  const month = toPicker(now).startOf('month').subtract(1, 'month')
  return { from: month.format(DAY), to: month.endOf('month').format(DAY) }
}

/** The days that the address names; this month where it names none. */
export function usePeriod(): [Period, (period: Period) => void] {
  const [params, setParams] = useSearchParams()
  const usual = thisMonth(useBusinessNow())
  const from = params.get('from')
  const to = params.get('to')
  function choose(period: Period) {
    setParams(
      (old) => {
        const next = new URLSearchParams(old)
        next.set('from', period.from)
        next.set('to', period.to)
        return next
      },
      { replace: true },
    )
  }
  return [from === null || to === null ? usual : { from, to }, choose]
}

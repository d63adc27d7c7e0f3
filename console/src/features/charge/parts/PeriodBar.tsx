import { DatePicker } from 'antd'
import { useBusinessNow } from '../../../shared/clock/clock'
import { toPicker } from '../../../shared/time/picker'
import { Chip } from '../../../shared/ui'
import { chargeCopy } from '../copy'
import { lastMonth, type Period, thisMonth } from '../period'

const NOON = 'T12:00:00+08:00'
const shown = (day: string) => toPicker(Date.parse(day + NOON))

/** Which days are shown: this month and the last by one press. */
export function PeriodBar({ period, onPeriod }: { period: Period; onPeriod: (period: Period) => void }) {
  const p = chargeCopy.use().period
  const now = useBusinessNow()
  const quick = [
    [p.thisMonth, thisMonth(now)],
    [p.lastMonth, lastMonth(now)],
  ] as const
  return (
    <>
      {quick.map(([words, days]) => (
        <Chip
          key={words}
          words={words}
          on={days.from === period.from && days.to === period.to}
          onPress={() => onPeriod(days)}
        />
      ))}
      <DatePicker.RangePicker
        allowClear={false}
        aria-label={p.label}
        value={[shown(period.from), shown(period.to)]}
        onChange={(days) => {
          const [first, last] = days ?? []
          if (first != null && last != null) {
            onPeriod({ from: first.format('YYYY-MM-DD'), to: last.format('YYYY-MM-DD') })
          }
        }}
      />
    </>
  )
}

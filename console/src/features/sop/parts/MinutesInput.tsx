import { InputNumber, Select, Space } from 'antd'
import { useState } from 'react'
import { sopCopy } from '../copy'

const UNITS = { m: 1, h: 60, d: 1440 } as const
type UnitOfTime = keyof typeof UNITS

interface Props {
  id?: string
  /** What it is, where no label of a form says so. */
  name?: string
  value?: number
  onChange?: (minutes: number | null) => void
}

/** A time of whole minutes, in whatever unit reads best. Fits into antd's Form.Item. */
export function MinutesInput({ id, name, value, onChange }: Props) {
  const t = sopCopy.use()
  const [unit, setUnit] = useState<UnitOfTime>(() => best(value ?? 60))
  return (
    <Space.Compact>
      <InputNumber
        id={id}
        aria-label={name}
        min={0}
        max={9_999}
        value={value === undefined ? undefined : value / UNITS[unit]}
        onChange={(count) => onChange?.(count === null ? null : Math.round(Number(count) * UNITS[unit]))}
      />
      <Select<UnitOfTime>
        value={unit}
        aria-label={t.unitOfTime}
        style={{ width: 84 }}
        options={(['m', 'h', 'd'] as const).map((one) => ({ value: one, label: t.units[one] }))}
        onChange={setUnit}
      />
    </Space.Compact>
  )
}

function best(minutes: number): UnitOfTime {
  if (minutes >= 4320 && minutes % 1440 === 0) return 'd'
  return minutes % 60 === 0 && minutes > 0 ? 'h' : 'm'
}

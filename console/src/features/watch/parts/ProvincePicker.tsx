import { Select } from 'antd'
import { useDivisions } from '../../network'

interface Props {
  label: string
  value?: string | null
  onChange?: (code: string | null) => void
  id?: string
}

/** One province; its value is the division's code. Fits into antd's Form.Item. */
export function ProvincePicker({ label, value, onChange, id }: Props) {
  const { data, isLoading } = useDivisions()
  return (
    <Select
      id={id}
      allowClear
      aria-label={label}
      placeholder={label}
      loading={isLoading}
      value={value ?? null}
      showSearch={{ optionFilterProp: 'label' }}
      options={data
        ?.filter((division) => division.level === 1)
        .map((division) => ({ value: division.code, label: division.name }))}
      onChange={(code: string | null | undefined) => onChange?.(code ?? null)}
    />
  )
}

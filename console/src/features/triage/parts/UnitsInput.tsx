import { Tag } from 'antd'
import { UnitPicker, useUnitName } from '../../../shared/units'
import styles from '../Triage.module.css'

interface Props {
  value?: string[]
  onChange?: (codes: string[]) => void
  placeholder?: string
}

/** Several units by name; the value is their codes. Fits into antd's Form.Item. */
export function UnitsInput({ value = [], onChange, placeholder }: Props) {
  return (
    <div className={styles.units}>
      {value.map((code) => (
        <Chosen key={code} code={code} onRemove={() => onChange?.(value.filter((other) => other !== code))} />
      ))}
      <UnitPicker
        key={value.length}
        placeholder={placeholder}
        onChange={(code) => onChange?.([...new Set([...value, code])])}
      />
    </div>
  )
}

function Chosen({ code, onRemove }: { code: string; onRemove: () => void }) {
  return (
    <Tag closable onClose={onRemove}>
      {useUnitName(code)}
    </Tag>
  )
}

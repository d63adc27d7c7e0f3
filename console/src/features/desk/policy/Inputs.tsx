import { InputNumber } from 'antd'
import type { ReactNode } from 'react'
import { cx } from '../../../shared/ui'
import styles from './Policy.module.css'

export function Field(props: { name: string; wide?: boolean; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className={cx(styles.field, props.wide && styles.wide)}>
      <span>{props.name}</span>
      {props.children}
    </label>
  )
}

interface NumberProps {
  name: string
  value: number
  least?: number
  most?: number
  step?: number
  locked: boolean
  onChange: (value: number) => void
}

/** A number; what is not one yet leaves it as it was. */
export function NumberInput({ name, value, least = 0, most, step = 1, locked, onChange }: NumberProps) {
  return (
    <InputNumber
      aria-label={name}
      size="small"
      min={least}
      max={most}
      step={step}
      value={value}
      disabled={locked}
      style={{ width: 84 }}
      onChange={(next) => typeof next === 'number' && onChange(next)}
    />
  )
}

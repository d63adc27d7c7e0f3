import { Input, InputNumber, Select } from 'antd'
import type { ReactNode } from 'react'
import { cx } from '../ui'
import { useVersionForm } from './form'
import { plain, sayClock, whole } from './units'
import styles from './Version.module.css'

interface Props<T> {
  name: string
  /** The field by the API's name for its place, by which flaws find it. */
  at: string
  value: T
  onChange: (value: T) => void
}

/** A field with its name above it, and what it means where somebody stays upon it. */
export function Field({ name, hint, children }: { name: string; hint?: string; children: ReactNode }) {
  return (
    <div className={styles.field} title={hint}>
      <span>{name}</span>
      {children}
    </div>
  )
}

/** What would be right at a field. */
export function Wrong({ at }: { at: string }) {
  const wrong = useVersionForm().wrong(at)
  return wrong.map((words) => (
    <span key={words} className={styles.wrong}>
      {words}
    </span>
  ))
}

/** What stands in a field, changeable or only read, and below it what would be right. */
export function Cell(props: { at: string; read: ReactNode; wide?: boolean; children: ReactNode }) {
  const { locked } = useVersionForm()
  return (
    <span data-field={props.at} className={cx(styles.cell, props.wide && styles.wide)}>
      {locked ? <span className="tabular">{props.read}</span> : props.children}
      <Wrong at={props.at} />
    </span>
  )
}

/** Whether a field is marked. */
export function useStatus(at: string): 'error' | undefined {
  return useVersionForm().wrong(at).length > 0 ? 'error' : undefined
}

interface AmountProps extends Props<number | null> {
  /** How many of the API's units are one of those on the screen. */
  unit?: number
  digits?: number
  /** The API takes parts of it, so nothing is rounded to whole ones. */
  exact?: boolean
  /** Also with zeros behind the point, as money is written. */
  fixed?: boolean
  /** May be left empty. */
  optional?: boolean
  suffix?: string
}

/** A number in the units that people read; what is not one yet leaves it as it was. */
export function Amount(props: AmountProps) {
  const { name, at, value, onChange, unit = 1, digits = 0, exact = false, fixed = false } = props
  const { optional = false, suffix } = props
  const shown = value === null ? null : value / unit
  const text = shown === null ? '–' : fixed ? shown.toFixed(digits) : plain(shown.toFixed(digits))
  const status = useStatus(at)
  return (
    <Cell at={at} read={suffix === undefined || shown === null ? text : `${text} ${suffix}`}>
      <InputNumber
        aria-label={name}
        size="small"
        status={status}
        min={0}
        precision={digits}
        formatter={fixed ? undefined : plain}
        value={shown}
        suffix={suffix}
        style={{ width: suffix === undefined ? 76 : 92 }}
        onChange={(typed) => {
          if (typeof typed === 'number') onChange(exact ? typed : whole(typed, unit))
          else if (optional) onChange(null)
        }}
      />
    </Cell>
  )
}

/** A few words. */
export function Words({
  name,
  at,
  value,
  onChange,
  most,
  long = false,
}: Props<string> & { most: number; long?: boolean }) {
  const status = useStatus(at)
  const shared = {
    'aria-label': name,
    size: 'small',
    status,
    maxLength: most,
    value,
  } as const
  return (
    <Cell at={at} read={value} wide={long}>
      {long ? (
        <Input.TextArea
          {...shared}
          autoSize={{ minRows: 1, maxRows: 4 }}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <Input {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
    </Cell>
  )
}

interface PickProps extends Props<string | null> {
  options: { value: string; label: string }[]
  optional?: boolean
}

/** One of a few. */
export function Pick({ name, at, value, onChange, options, optional = false }: PickProps) {
  const status = useStatus(at)
  const read = options.find((one) => one.value === value)?.label ?? value ?? '–'
  return (
    <Cell at={at} read={read === '' ? '–' : read}>
      <Select
        aria-label={name}
        size="small"
        status={status}
        allowClear={optional}
        value={value === '' ? null : value}
        options={options}
        style={{ width: 128 }}
        onChange={(chosen: string | undefined) => onChange(chosen ?? null)}
      />
    </Cell>
  )
}

/** A time of the day or a day, which may be left empty; kept as the server writes it. */
export function When({ name, at, value, onChange, kind }: Props<string | null> & { kind: 'time' | 'date' }) {
  const status = useStatus(at)
  const text = value === null ? '' : kind === 'time' ? sayClock(value) : value
  return (
    <Cell at={at} read={text === '' ? '–' : text}>
      <Input
        aria-label={name}
        size="small"
        status={status}
        type={kind}
        value={text}
        style={{ width: kind === 'time' ? 108 : 136 }}
        onChange={({ target }) =>
          onChange(target.value === '' ? null : kind === 'time' ? `${target.value}:00` : target.value)
        }
      />
    </Cell>
  )
}

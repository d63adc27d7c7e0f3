import { Checkbox, Select } from 'antd'
import { Amount, Cell, Field, Pick, useStatus, Words } from '../../../shared/version'
import { standardCopy } from './copy'
import type { ChoiceName, FieldOf } from './fields'

interface Props {
  field: FieldOf
  at: string
  value: unknown
  onChange: (value: unknown) => void
}

/** One field of a row, whatever its kind. */
export function FieldInput({ field, at, value, onChange }: Props) {
  const t = standardCopy.use()
  const name = t.field[field.name] ?? field.name
  const shared = { name, at, onChange }
  return (
    <Field name={name}>
      {field.kind === 'amount' && (
        <Amount
          {...shared}
          value={typeof value === 'number' ? value : null}
          unit={field.unit}
          digits={field.digits}
          fixed={field.suffix === 'yuan'}
          optional={field.optional}
          suffix={field.suffix === 'yuan' ? undefined : t.units[field.suffix]}
        />
      )}
      {field.kind === 'words' && (
        <Words {...shared} value={String(value ?? '')} most={field.most} long={field.most > 60} />
      )}
      {field.kind === 'flag' && (
        <Cell at={at} read="">
          <Checkbox
            aria-label={name}
            checked={value === true}
            onChange={({ target }) => onChange(target.checked)}
          />
        </Cell>
      )}
      {field.kind === 'one' && (
        <Pick
          {...shared}
          value={typeof value === 'string' ? value : null}
          options={optionsOf(t.choices[field.of])}
        />
      )}
      {field.kind === 'many' && <Many {...shared} of={field.of} value={value} />}
    </Field>
  )
}

const optionsOf = (choices: Record<string, string>) =>
  Object.entries(choices).map(([value, label]) => ({ value, label }))

/** Several of a few. */
function Many(props: {
  name: string
  at: string
  of: ChoiceName
  value: unknown
  onChange: (value: unknown) => void
}) {
  const t = standardCopy.use()
  const status = useStatus(props.at)
  return (
    <Cell at={props.at} read="">
      <Select
        mode="multiple"
        aria-label={props.name}
        size="small"
        status={status}
        value={Array.isArray(props.value) ? props.value : []}
        options={optionsOf(t.choices[props.of])}
        style={{ minWidth: 200, maxWidth: 420 }}
        onChange={props.onChange}
      />
    </Cell>
  )
}

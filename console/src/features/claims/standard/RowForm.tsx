import { Button } from 'antd'
import { provinceName } from '../../../shared/places'
import { Field, Pick, When, Words, Wrong } from '../../../shared/version'
import { standardCopy } from './copy'
import { FieldInput } from './FieldInput'
import type { FieldOf, Row } from './fields'
import styles from './Standard.module.css'

const PROVINCES =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82'
    .split(' ')
    .map((code) => `${code}0000`)

interface Props {
  at: string
  row: Row
  fields: FieldOf[]
  onChange: (row: Row) => void
  onDone: () => void
  onRemove: () => void
}

/** One row of the standard being written: what it says, and what it stands on. */
export function RowForm({ at, row, fields, onChange, onDone, onRemove }: Props) {
  const t = standardCopy.use()
  const { basis } = row
  const base = (more: Partial<Row['basis']>) => onChange({ ...row, basis: { ...basis, ...more } })
  const words = (name: 'id' | 'article' | 'source', most: number) => (
    <Field name={t.field[name] ?? name}>
      <Words
        name={t.field[name] ?? name}
        at={`${at}.basis.${name}`}
        most={most}
        long={most > 60}
        value={basis[name]}
        onChange={(value) => base({ [name]: value })}
      />
    </Field>
  )
  const day = (name: 'from' | 'to') => (
    <Field name={t.field[name] ?? name}>
      <When
        name={t.field[name] ?? name}
        at={`${at}.basis.${name}`}
        kind="date"
        value={basis[name]}
        onChange={(value) => base({ [name]: value })}
      />
    </Field>
  )
  return (
    <div className={styles.form}>
      <div className={styles.fields}>
        {fields.map((field) => (
          <FieldInput
            key={field.name}
            field={field}
            at={`${at}.${field.name}`}
            value={row[field.name]}
            onChange={(value) => onChange({ ...row, [field.name]: value })}
          />
        ))}
      </div>
      <div className={styles.fields}>
        {words('id', 60)}
        {words('article', 200)}
        {words('source', 200)}
        <Field name={t.field.grade ?? ''}>
          <Pick
            name={t.field.grade ?? ''}
            at={`${at}.basis.grade`}
            value={basis.grade}
            options={Object.entries(t.choices.grades).map(([value, label]) => ({ value, label }))}
            onChange={(grade) => base({ grade: grade as Row['basis']['grade'] })}
          />
        </Field>
        <Field name={t.field.jurisdiction ?? ''}>
          <Pick
            name={t.field.jurisdiction ?? ''}
            at={`${at}.basis.jurisdiction`}
            value={basis.jurisdiction}
            options={[
              { value: '*', label: t.everywhere },
              ...PROVINCES.map((value) => ({ value, label: provinceName(value) })),
            ]}
            onChange={(jurisdiction) => base({ jurisdiction: jurisdiction ?? '*' })}
          />
        </Field>
        {day('from')}
        {day('to')}
      </div>
      <Wrong at={at} />
      <div className={styles.actions}>
        <Button size="small" onClick={onDone}>
          {t.done}
        </Button>
        <Button size="small" danger onClick={onRemove}>
          {t.remove}
        </Button>
      </div>
    </div>
  )
}

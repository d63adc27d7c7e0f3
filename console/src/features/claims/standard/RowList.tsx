import { Button } from 'antd'
import { Section, Tag } from '../../../shared/ui'
import { useVersionForm, Wrong, withAt, withoutAt } from '../../../shared/version'
import { standardCopy } from './copy'
import { type FieldOf, freshRow, type ListName, type Row } from './fields'
import { RowForm } from './RowForm'
import styles from './Standard.module.css'
import { sayChoice, sayDays, sayPlace, sayRow } from './say'

const SURE = { A: 'good', B: 'plain', C: 'watch', DERIVED: 'plain' } as const

interface Props {
  list: ListName
  fields: FieldOf[]
  rows: Row[]
  /** The first day of the standard, from which a new row counts. */
  from: string | null
  /** The row that is being written, such as standard.proven[0]. */
  editing: string | null
  onEdit: (at: string | null) => void
  onChange: (rows: Row[]) => void
}

/** One list of the standard: each row in a sentence with what it stands on; a draft's can be opened and written. */
export function RowList({ list, fields, rows, from, editing, onEdit, onChange }: Props) {
  const t = standardCopy.use()
  const { locked, wrong } = useVersionForm()
  const base = `standard.${list}`
  const titles = [t.column.what, t.column.law, t.column.sure, t.column.place, t.column.when]
  return (
    <Section title={t.lists[list]} flush>
      <div data-field={base} className={styles.list}>
        <table>
          <thead>
            <tr>
              {titles.map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
              {!locked && <td />}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const at = `${base}[${index}]`
              const open = !locked && editing === at
              return open ? (
                <tr key={at} data-field={at}>
                  <td colSpan={6}>
                    <RowForm
                      at={at}
                      row={row}
                      fields={fields}
                      onChange={(changed) => onChange(withAt(rows, index, changed))}
                      onDone={() => onEdit(null)}
                      onRemove={() => {
                        onEdit(null)
                        onChange(withoutAt(rows, index))
                      }}
                    />
                  </td>
                </tr>
              ) : (
                <tr key={at} data-field={at} className={wrong(at).length > 0 ? styles.bad : undefined}>
                  <td className={styles.what}>{sayRow(list, row) || t.unset}</td>
                  <td data-title={titles[1]}>
                    {row.basis.article || t.unset}
                    <small>{row.basis.source}</small>
                  </td>
                  <td data-title={titles[2]}>
                    <Tag meaning={SURE[row.basis.grade]}>{sayChoice('grades', row.basis.grade)}</Tag>
                  </td>
                  <td data-title={titles[3]}>{sayPlace(row.basis)}</td>
                  <td data-title={titles[4]} className="tabular">
                    {sayDays(row.basis)}
                  </td>
                  {!locked && (
                    <td>
                      <Button
                        size="small"
                        aria-label={t.edit(row.basis.id || t.newRow)}
                        onClick={() => onEdit(at)}
                      >
                        {t.edit('')}
                      </Button>
                    </td>
                  )}
                </tr>
              )
            })}
          </tbody>
        </table>
        <Wrong at={base} />
        {!locked && (
          <Button
            size="small"
            className={styles.add}
            onClick={() => {
              onChange([...rows, freshRow(fields, from)])
              onEdit(`${base}[${rows.length}]`)
            }}
          >
            {t.add}
          </Button>
        )}
      </div>
    </Section>
  )
}

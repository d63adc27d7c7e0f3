import { DeleteOutlined } from '@ant-design/icons'
import { Button, Pagination } from 'antd'
import { type ReactNode, useState } from 'react'
import { versionCopy } from './copy'
import { useVersionForm } from './form'
import { Wrong } from './Inputs'
import { withAt, withoutAt } from './model'
import styles from './Version.module.css'

/** A tariff may have two thousand lanes apart; more rows at once would be slow to write in. */
const SHOWN = 40

interface RowColumn<T> {
  name: string
  hint?: string
  /** @param at the field of the row, such as zones[0] */
  cell: (one: T, change: (more: Partial<T>) => void, at: string) => ReactNode
}

interface Props<T> {
  /** The field of the list, such as zones. */
  at: string
  list: T[]
  columns: RowColumn<T>[]
  fresh: () => T
  onChange: (list: T[]) => void
}

/** A list as a table, a row for each member: members can be changed, added and taken away. */
export function Rows<T>({ at, list, columns, fresh, onChange }: Props<T>) {
  const t = versionCopy.use()
  const { locked } = useVersionForm()
  const [page, setPage] = useState(1)
  const last = Math.max(1, Math.ceil(list.length / SHOWN))
  const first = (Math.min(page, last) - 1) * SHOWN
  return (
    <>
      {list.length === 0 && locked && <span className={styles.soft}>–</span>}
      {list.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
        <div className={styles.scroll} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                {columns.map(({ name, hint }) => (
                  <th key={name} scope="col" title={hint}>
                    {name}
                  </th>
                ))}
                {!locked && <td />}
              </tr>
            </thead>
            <tbody>
              {list.slice(first, first + SHOWN).map((one, index) => {
                const place = first + index
                return (
                  <tr key={place}>
                    {columns.map(({ name, cell }) => (
                      <td key={name}>
                        {cell(one, (more) => onChange(withAt(list, place, more)), `${at}[${place}]`)}
                      </td>
                    ))}
                    {!locked && (
                      <td>
                        <Button
                          type="text"
                          size="small"
                          icon={<DeleteOutlined />}
                          aria-label={t.removeRow(place + 1)}
                          onClick={() => onChange(withoutAt(list, place))}
                        />
                      </td>
                    )}
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      <Wrong at={at} />
      <div className={styles.actions}>
        {!locked && (
          <Button
            size="small"
            onClick={() => {
              onChange([...list, fresh()])
              setPage(Math.ceil((list.length + 1) / SHOWN))
            }}
          >
            {t.addRow}
          </Button>
        )}
        {last > 1 && (
          <Pagination
            size="small"
            simple
            current={Math.min(page, last)}
            pageSize={SHOWN}
            total={list.length}
            onChange={setPage}
          />
        )}
      </div>
    </>
  )
}

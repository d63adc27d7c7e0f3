import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { withAt, withoutAt } from './model'
import styles from './Policy.module.css'

interface Props<T> {
  list: T[]
  locked: boolean
  onChange: (list: T[]) => void
  titles: { name: string; hint?: string }[]
  /** One for each title. */
  cells: (one: T, change: (more: Partial<T>) => void, at: number) => ReactNode[]
  removeWords: (one: T) => string
  addWords: string
  fresh: () => T
  /** How many at the beginning cannot be taken away. */
  kept?: number
}

/** A list as a table, a row for each member: members can be changed, added and taken away. */
export function Rows<T>(props: Props<T>) {
  const { list, locked, onChange, titles, cells, removeWords, addWords, fresh, kept = 0 } = props
  return (
    <>
      {list.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must scroll by keyboard too
        <div className={styles.scroll} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                {titles.map(({ name, hint }) => (
                  <th key={name} title={hint}>
                    {name}
                  </th>
                ))}
                <th />
              </tr>
            </thead>
            <tbody>
              {list.map((one, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: members have no name but their place
                <tr key={at}>
                  {cells(one, (more) => onChange(withAt(list, at, more)), at).map((cell, index) => (
                    <td key={titles[index]?.name}>{cell}</td>
                  ))}
                  <td>
                    {!locked && at >= kept && (
                      <Button
                        type="text"
                        size="small"
                        icon={<DeleteOutlined />}
                        aria-label={removeWords(one)}
                        title={removeWords(one)}
                        onClick={() => onChange(withoutAt(list, at))}
                      />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!locked && (
        <Button size="small" onClick={() => onChange([...list, fresh()])}>
          {addWords}
        </Button>
      )}
    </>
  )
}

import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useEffect, useRef } from 'react'
import { sayNumber } from '../time'
import { uiCopy } from './copy'
import { cx } from './cx'
import styles from './DataTable.module.css'
import { SkeletonRows } from './States'
import { useWindowWidth } from './useWindowWidth'

export interface Column<T> {
  key: string
  title: string
  /** A track of CSS grid: '120px' or 'minmax(140px, 1fr)'. */
  width: string
  render: (row: T) => ReactNode
  align?: 'end'
  /** Left out when the window is narrower than this many pixels. */
  from?: number
}

interface Props<T> {
  label: string
  columns: Column<T>[]
  /** Undefined while the first page loads. */
  rows: T[] | undefined
  rowKey: (row: T) => string
  empty: ReactNode
  total?: number | null
  hasMore?: boolean
  loadingMore?: boolean
  onMore?: () => void
  onOpen?: (row: T) => void
  /** The row under the keyboard's cursor; it is kept in view. */
  cursor?: number
  /** One row as a card on a phone. */
  card?: (row: T) => ReactNode
  cardHeight?: number
  rowHeight?: number
  /** Without the line of titles: for a list with one column. */
  headless?: boolean
}

const ROW = 34

/** Rows of one height, only those in view in the page, more loaded as the reader comes near the end. */
export function DataTable<T>(props: Props<T>) {
  const { columns, rows, rowKey, cursor = -1, hasMore = false, loadingMore = false, onMore, onOpen } = props
  const t = uiCopy.use()
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWindowWidth()
  const asCards = props.card !== undefined && width < 640
  const height = asCards ? (props.cardHeight ?? 92) : (props.rowHeight ?? ROW)
  const shown = columns.filter((column) => (column.from ?? 0) <= width)
  const template = shown.map((column) => column.width).join(' ')
  const count = rows?.length ?? 0
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 12,
    initialRect: { width: 800, height: 600 },
  })
  const last = virtual.getVirtualItems().at(-1)?.index ?? -1

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new row height makes the measured ones wrong
  useEffect(() => {
    virtual.measure()
  }, [virtual, height])

  useEffect(() => {
    if (hasMore && !loadingMore && last >= count - 12) {
      onMore?.()
    }
  }, [hasMore, loadingMore, last, count, onMore])

  useEffect(() => {
    if (cursor >= 0) {
      virtual.scrollToIndex(cursor, { align: 'auto' })
    }
  }, [cursor, virtual])

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must scroll by keyboard too
    <div ref={scroller} className={styles.scroller} tabIndex={0}>
      <div role="table" aria-label={props.label} aria-rowcount={props.total ?? count}>
        {!asCards && !props.headless && (
          <div role="rowgroup" className={styles.head}>
            <div role="row" className={styles.row} style={{ gridTemplateColumns: template }}>
              {shown.map((column) => (
                <div
                  role="columnheader"
                  key={column.key}
                  className={cx(column.align === 'end' && styles.end)}
                >
                  {column.title}
                </div>
              ))}
            </div>
          </div>
        )}
        {rows === undefined && <SkeletonRows rows={12} height={height} />}
        {rows !== undefined && count === 0 && props.empty}
        <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows?.[item.index]
            if (row === undefined) return null
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the page's j/k/Enter and the links inside the row serve the keyboard
              <div
                role="row"
                key={rowKey(row)}
                aria-rowindex={item.index + 1}
                aria-current={item.index === cursor ? true : undefined}
                className={cx(
                  asCards ? styles.card : styles.row,
                  onOpen && styles.openable,
                  item.index === cursor && styles.cursor,
                )}
                style={{
                  height: item.size,
                  transform: `translateY(${item.start}px)`,
                  gridTemplateColumns: asCards ? undefined : template,
                }}
                onClick={() => onOpen?.(row)}
              >
                {asCards ? (
                  <div role="cell">{props.card?.(row)}</div>
                ) : (
                  shown.map((column) => (
                    <div role="cell" key={column.key} className={cx(column.align === 'end' && styles.end)}>
                      {column.render(row)}
                    </div>
                  ))
                )}
              </div>
            )
          })}
        </div>
      </div>
      {count > 0 && (
        <p className={styles.foot} aria-live="polite">
          {loadingMore
            ? t.more
            : !hasMore
              ? t.end(sayNumber(props.total ?? count))
              : props.total === null
                ? t.manyMore
                : ''}
        </p>
      )}
    </div>
  )
}

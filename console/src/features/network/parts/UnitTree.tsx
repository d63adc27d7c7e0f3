import { CaretDownOutlined, CaretRightOutlined, LoadingOutlined } from '@ant-design/icons'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { UnitRef } from '../../../api/types'
import { sayNumber } from '../../../shared/time'
import { cx, EmptyState, ErrorState, SkeletonRows, Tag, UnitName } from '../../../shared/ui'
import { useChildren } from '../api'
import { networkCopy } from '../copy'
import { onTreeKey, type TreeRow, visibleRows } from '../model'
import styles from './UnitTree.module.css'

interface Props {
  chosen: string | null
  /** Units above the chosen one; they unfold so that it shows. */
  ancestors: UnitRef[]
  onOpen: (code: string) => void
}

/** The organisation as a tree that loads what is unfolded and is walked with the arrow keys. */
export function UnitTree({ chosen, ancestors, onOpen }: Props) {
  const t = networkCopy.use()
  const list = useRef<HTMLDivElement>(null)
  const [unfolded, setUnfolded] = useState<Set<string>>(new Set())
  const [focused, setFocused] = useState<string | null>(null)
  const { byParent, error, retry } = useChildren(useMemo(() => ['', ...unfolded], [unfolded]))
  const rows = visibleRows(byParent, unfolded)
  const roots = byParent.get('')
  const above = ancestors.map((unit) => unit.code).join()

  useEffect(() => {
    const open = [...(roots?.map((unit) => unit.code) ?? []), ...(above === '' ? [] : above.split(','))]
    if (open.length > 0) setUnfolded((old) => new Set([...old, ...open]))
  }, [roots, above])

  const fold = (code: string, open: boolean) =>
    setUnfolded((old) => {
      const next = new Set(old)
      if (open) next.add(code)
      else next.delete(code)
      return next
    })

  function focus(index: number) {
    const row = rows[index]
    if (row === undefined) return
    setFocused(row.unit.code)
    list.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[index]?.focus()
  }

  function onKey(event: KeyboardEvent, index: number) {
    const move = onTreeKey(event.key, index, rows)
    if (move === null) return
    event.preventDefault()
    event.stopPropagation()
    if ('to' in move) focus(move.to)
    else if ('fold' in move) fold(move.fold, false)
    else if ('unfold' in move) fold(move.unfold, true)
    else onOpen(rows[move.open]?.unit.code ?? '')
  }

  if (roots === undefined) {
    return error === null ? (
      <SkeletonRows rows={10} height={30} />
    ) : (
      <ErrorState error={error} onRetry={retry} />
    )
  }
  if (roots.length === 0) {
    return <EmptyState title={t.treeEmpty}>{t.treeEmptyHint}</EmptyState>
  }
  const entry = focused ?? chosen
  const tabbable = rows.some((row) => row.unit.code === entry) ? entry : rows[0]?.unit.code
  return (
    <>
      {error !== null && <ErrorState error={error} onRetry={retry} over />}
      <div ref={list} role="tree" aria-label={t.tree}>
        {rows.map((row, index) => (
          <Item
            key={row.unit.code}
            row={row}
            chosen={row.unit.code === chosen}
            tabbable={row.unit.code === tabbable}
            onKey={(event) => onKey(event, index)}
            onOpen={() => onOpen(row.unit.code)}
            onFold={() => fold(row.unit.code, !row.unfolded)}
            onFocus={() => setFocused(row.unit.code)}
          />
        ))}
      </div>
    </>
  )
}

interface ItemProps {
  row: TreeRow
  chosen: boolean
  tabbable: boolean
  onKey: (event: KeyboardEvent) => void
  onOpen: () => void
  onFold: () => void
  onFocus: () => void
}

function Item({ row, chosen, tabbable, onKey, onOpen, onFold, onFocus }: ItemProps) {
  const t = networkCopy.use()
  const { unit, level, unfolded, waiting } = row
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-selected={chosen}
      aria-expanded={unit.childCount > 0 ? unfolded : undefined}
      tabIndex={tabbable ? 0 : -1}
      className={cx(styles.item, chosen && styles.here)}
      style={{ paddingInlineStart: 4 + (level - 1) * 16 }}
      onKeyDown={onKey}
      onFocus={onFocus}
      onClick={onOpen}
    >
      <span
        aria-hidden="true"
        className={styles.fold}
        onClick={(event) => {
          event.stopPropagation()
          if (unit.childCount > 0) onFold()
        }}
      >
        {unit.childCount > 0 &&
          (waiting ? <LoadingOutlined /> : unfolded ? <CaretDownOutlined /> : <CaretRightOutlined />)}
      </span>
      <span className={styles.name}>
        <UnitName unit={unit} />
      </span>
      {!unit.active && <Tag meaning="stopped">{t.inactive}</Tag>}
      {unit.childCount > 0 && <small className="tabular">{sayNumber(unit.childCount)}</small>}
    </div>
  )
}

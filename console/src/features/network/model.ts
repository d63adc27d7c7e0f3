import type { Unit, UnitKind } from '../../api/types'

/** What a person can add; the unknown place is the system's own. */
export const KINDS: UnitKind[] = ['REGION', 'PROVINCE', 'CITY', 'HUB', 'OUTLET', 'DEPARTMENT']

export interface TreeRow {
  unit: Unit
  level: number
  unfolded: boolean
  /** Its children are on their way. */
  waiting: boolean
}

/** The tree as the rows one sees, from top to bottom. */
export function visibleRows(byParent: Map<string, Unit[] | undefined>, unfolded: Set<string>): TreeRow[] {
  const rows: TreeRow[] = []
  const walk = (parent: string, level: number) => {
    for (const unit of byParent.get(parent) ?? []) {
      const open = unfolded.has(unit.code) && unit.childCount > 0
      rows.push({ unit, level, unfolded: open, waiting: open && byParent.get(unit.code) === undefined })
      if (open) walk(unit.code, level + 1)
    }
  }
  walk('', 1)
  return rows
}

export type Move = { to: number } | { fold: string } | { unfold: string } | { open: number } | null

/** What a key does in a tree, as everywhere: up, down, home, end; right unfolds or goes in; left folds or goes out. */
export function onTreeKey(key: string, at: number, rows: TreeRow[]): Move {
  const row = rows[at]
  if (row === undefined) return null
  switch (key) {
    case 'ArrowDown':
      return { to: Math.min(rows.length - 1, at + 1) }
    case 'ArrowUp':
      return { to: Math.max(0, at - 1) }
    case 'Home':
      return { to: 0 }
    case 'End':
      return { to: rows.length - 1 }
    case 'ArrowRight':
      if (row.unit.childCount === 0) return null
      return row.unfolded ? { to: Math.min(rows.length - 1, at + 1) } : { unfold: row.unit.code }
    case 'ArrowLeft': {
      if (row.unfolded) return { fold: row.unit.code }
      const parent = rows.findLastIndex((other, index) => index < at && other.level < row.level)
      return parent < 0 ? null : { to: parent }
    }
    case 'Enter':
    case ' ':
      return { open: at }
    default:
      return null
  }
}

import { useState } from 'react'

export interface Selection {
  ids: ReadonlySet<string>
  toggle: (id: string) => void
  /** Selects everything from the row toggled last to this one. */
  extend: (id: string) => void
  clear: () => void
}

/** The rows that somebody has picked, by id: they stay picked while the list moves under them. */
export function useSelection(rows: readonly { id: string }[] | undefined): Selection {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [anchor, setAnchor] = useState<string | null>(null)
  return {
    ids,
    toggle: (id) => {
      const next = new Set(ids)
      if (!next.delete(id)) next.add(id)
      setIds(next)
      setAnchor(id)
    },
    extend: (id) => {
      const all = rows?.map((row) => row.id) ?? []
      const from = anchor === null ? all.indexOf(id) : all.indexOf(anchor)
      const to = all.indexOf(id)
      if (from < 0 || to < 0) return
      setIds(new Set([...ids, ...all.slice(Math.min(from, to), Math.max(from, to) + 1)]))
      setAnchor(id)
    },
    clear: () => {
      setIds(new Set())
      setAnchor(null)
    },
  }
}

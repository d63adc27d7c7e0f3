import { useState } from 'react'
import type { Column } from '../../shared/ui'

const STORED = 'waypost.ticket-columns'
/** Without these a row cannot be told from another. */
const ALWAYS = ['select', 'left', 'number']

/** Which columns this reader wants, in the list's own order; all until they choose. */
export function useChosenColumns<T>(all: Column<T>[]) {
  const [hidden, setHidden] = useState<string[]>(stored)
  function choose(keys: string[]) {
    const next = all.map((column) => column.key).filter((key) => !ALWAYS.includes(key) && !keys.includes(key))
    localStorage.setItem(STORED, JSON.stringify(next))
    setHidden(next)
  }
  return {
    shown: all.filter((column) => !hidden.includes(column.key)),
    optional: all.filter((column) => !ALWAYS.includes(column.key)),
    chosen: all.map((column) => column.key).filter((key) => !hidden.includes(key)),
    choose,
  }
}

function stored(): string[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(STORED) ?? '[]')
    return Array.isArray(value) ? value.filter((key) => typeof key === 'string') : []
  } catch {
    return []
  }
}

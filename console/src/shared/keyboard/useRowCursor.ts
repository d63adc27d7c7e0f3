import { useState } from 'react'
import { useShortcut } from '.'

interface Words {
  next: string
  previous: string
  open: string
}

/** The row that the keys j and k have reached and Enter opens; -1 while none. `reset` when the rows become others. */
export function useRowCursor<Row>(
  rows: readonly Row[] | undefined,
  open: (row: Row) => void,
  words: Words,
): { cursor: number; reset: () => void } {
  const [cursor, setCursor] = useState(-1)
  const count = rows?.length ?? 0
  useShortcut('j', words.next, () => setCursor((at) => Math.min(count - 1, at + 1)))
  useShortcut('k', words.previous, () => setCursor((at) => Math.max(0, at - 1)))
  useShortcut('Enter', words.open, () => {
    const row = rows?.[cursor]
    if (row !== undefined) open(row)
  })
  return { cursor, reset: () => setCursor(-1) }
}

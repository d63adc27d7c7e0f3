import { type DragEvent, useRef, useState } from 'react'

/** Files that are dragged over a place and let go there. */
export function useDrop(enabled: boolean, onFiles: (files: File[]) => void) {
  const [dropping, setDropping] = useState(false)
  // whoever drags over a child leaves and enters: only the last leaving counts
  const depth = useRef(0)
  const carries = (event: DragEvent) => enabled && event.dataTransfer.types.includes('Files')
  return {
    dropping,
    onDragEnter: (event: DragEvent) => {
      if (!carries(event)) return
      depth.current += 1
      setDropping(true)
    },
    onDragOver: (event: DragEvent) => {
      if (carries(event)) event.preventDefault()
    },
    onDragLeave: (event: DragEvent) => {
      if (!carries(event)) return
      depth.current = Math.max(0, depth.current - 1)
      if (depth.current === 0) setDropping(false)
    },
    onDrop: (event: DragEvent) => {
      depth.current = 0
      setDropping(false)
      if (!carries(event)) return
      event.preventDefault()
      onFiles([...event.dataTransfer.files])
    },
  }
}

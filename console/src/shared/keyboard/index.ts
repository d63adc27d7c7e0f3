import { useEffect, useRef } from 'react'
import { register, type Shortcut } from './registry'

export { activeShortcuts, handleKey, type Shortcut } from './registry'

interface Options {
  enabled?: boolean
  whileTyping?: boolean
}

export function useShortcut(keys: string, label: string, run: () => void, options: Options = {}): void {
  const { enabled = true, whileTyping = false } = options
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  }, [run])
  useEffect(() => {
    if (!enabled) {
      return
    }
    const shortcut: Shortcut = { keys, label, whileTyping, run: () => latest.current() }
    return register(shortcut)
  }, [keys, label, enabled, whileTyping])
}

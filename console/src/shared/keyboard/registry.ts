/** Every key the console answers to, so that `?` can list exactly what works on this page. */
export interface Shortcut {
  /** One key ('j', '/', 'Enter', 'Escape', '?'), a sequence of two ('g t'), or one held with Alt ('Alt+t'), which works while typing too. */
  keys: string
  label: string
  run: () => void
  /** Also while typing: only Escape needs this. */
  whileTyping?: boolean
}

const stack: Shortcut[] = []
const OPEN_MENU = ['dropdown', 'select-dropdown', 'picker-dropdown', 'image-preview']
  .map((name) => `.ant-${name}:not(.ant-${name}-hidden):not([style*='display: none'])`)
  .join(',')
const SEQUENCE_MS = 1_200
let first: { key: string; at: number } | null = null

export function register(shortcut: Shortcut): () => void {
  stack.push(shortcut)
  return () => {
    const index = stack.indexOf(shortcut)
    if (index >= 0) {
      stack.splice(index, 1)
    }
  }
}

/** What works now; where two claim the same keys the later one wins. */
export function activeShortcuts(): Shortcut[] {
  const byKeys = new Map<string, Shortcut>()
  for (const shortcut of stack) byKeys.set(shortcut.keys, shortcut)
  return [...byKeys.values()]
}

export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.isComposing) {
    return
  }
  if (event.target instanceof HTMLElement && event.target.closest('.ant-modal, .ant-drawer') !== null) {
    return // a dialog owns the keyboard while it is open
  }
  if (event.key === 'Escape' && document.querySelector(OPEN_MENU) !== null) {
    return // Esc closes the menu, not the page behind it
  }
  if (event.altKey) {
    const held = stack.findLast((shortcut) => shortcut.keys === `Alt+${plainKey(event)}`)
    if (held !== undefined) {
      event.preventDefault()
      held.run()
    }
    return
  }
  const typing = isTyping(event.target)
  const sequence = first !== null && Date.now() - first.at < SEQUENCE_MS ? `${first.key} ${event.key}` : null
  first = null
  const found = (sequence !== null ? lookUp(sequence, typing) : undefined) ?? lookUp(event.key, typing)
  if (found !== undefined && !(event.key === 'Enter' && isPressable(event.target))) {
    event.preventDefault()
    found.run()
    return
  }
  if (!typing && stack.some((shortcut) => shortcut.keys.startsWith(`${event.key} `))) {
    first = { key: event.key, at: Date.now() }
  }
}

/** The key without what Alt makes of it on a Mac (Alt+T is † there). */
function plainKey(event: KeyboardEvent): string {
  return event.code.startsWith('Key') ? event.code.slice(3).toLowerCase() : event.key
}

function lookUp(keys: string, typing: boolean): Shortcut | undefined {
  return stack.findLast((shortcut) => shortcut.keys === keys && (!typing || shortcut.whileTyping === true))
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName))
  )
}

/** Enter on a focused button or link means that button, not the page's shortcut. */
function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('a, button, [role="button"], [role="menuitem"]') !== null
  )
}

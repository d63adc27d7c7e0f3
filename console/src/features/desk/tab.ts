const STORED = 'waypost.desk.tab'
const HERE = 'waypost.desk.here'

/** This tab's name of itself; a reload keeps it. */
export function tabId(): string {
  const known = sessionStorage.getItem(STORED)
  if (known !== null) return known
  const made = crypto.randomUUID()
  sessionStorage.setItem(STORED, made)
  return made
}

const listeners = new Set<() => void>()

/** Whether this tab has come to the desk: from then on its person is there, whatever page it shows. */
export function isHere(): boolean {
  return sessionStorage.getItem(HERE) === '1'
}

export function setHere(here: boolean): void {
  if (here === isHere()) return
  if (here) sessionStorage.setItem(HERE, '1')
  else sessionStorage.removeItem(HERE)
  for (const listener of listeners) listener()
}

export function subscribeHere(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

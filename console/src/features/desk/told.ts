const STORED = 'waypost.desk.told'

/** More than that do not wait to be read at one time. */
const KEPT = 200

/** Whether this tab has not told of it yet, and from now on it has; a reload keeps it. */
export function toldFirst(key: string): boolean {
  const told = before()
  if (told.includes(key)) return false
  sessionStorage.setItem(STORED, JSON.stringify([...told, key].slice(-KEPT)))
  return true
}

function before(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(STORED) ?? '[]')
    return Array.isArray(kept) ? kept.map(String) : []
  } catch {
    return []
  }
}

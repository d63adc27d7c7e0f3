import { useEffect, useState } from 'react'

const PREFIX = 'waypost.draft.'

/** What somebody was writing, kept on this device until it is sent: no reload and no conflict takes it. */
export function draftOf(name: string): string {
  return localStorage.getItem(PREFIX + name) ?? ''
}

export function keepDraft(name: string, text: string): void {
  if (text === '') localStorage.removeItem(PREFIX + name)
  else localStorage.setItem(PREFIX + name, text)
}

export function dropDraft(name: string): void {
  localStorage.removeItem(PREFIX + name)
}

export function useDraft(name: string): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(() => draftOf(name))
  useEffect(() => keepDraft(name, text), [name, text])
  return [text, setText, () => setText('')]
}

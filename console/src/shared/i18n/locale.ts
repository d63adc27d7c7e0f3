import { useSyncExternalStore } from 'react'

/** The languages that the console speaks. */
export type Locale = 'zh-CN' | 'en'

const STORED = 'waypost.locale'
const listeners = new Set<() => void>()
let current: Locale = initial()

function initial(): Locale {
  const stored = localStorage.getItem(STORED)
  if (stored === 'zh-CN' || stored === 'en') {
    return stored
  }
  return navigator.language.toLowerCase().startsWith('en') &&
    !navigator.languages.some((l) => l.startsWith('zh'))
    ? 'en'
    : 'zh-CN'
}

export function getLocale(): Locale {
  return current
}

export function setLocale(locale: Locale): void {
  if (locale === current) {
    return
  }
  current = locale
  localStorage.setItem(STORED, locale)
  document.documentElement.lang = locale
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, getLocale)
}

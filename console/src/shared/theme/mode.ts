import { useSyncExternalStore } from 'react'

export type ThemeChoice = 'system' | 'light' | 'dark'

const STORED = 'waypost.theme'
const listeners = new Set<() => void>()
const system = window.matchMedia('(prefers-color-scheme: dark)')
let choice: ThemeChoice = initial()

function initial(): ThemeChoice {
  const stored = localStorage.getItem(STORED)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

function announce(): void {
  for (const listener of listeners) listener()
}

system.addEventListener('change', announce)

export function setThemeChoice(next: ThemeChoice): void {
  choice = next
  localStorage.setItem(STORED, next)
  announce()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, () => choice)
}

function isDark(): boolean {
  return choice === 'dark' || (choice === 'system' && system.matches)
}

export function useDark(): boolean {
  return useSyncExternalStore(subscribe, isDark)
}

import type { Palette } from './palette'

export const FONT =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif'

/** A palette as the custom properties that style sheets read. */
export function asProperties(palette: Palette): Record<string, string> {
  return Object.fromEntries(Object.entries(palette).map(([name, value]) => [`--${kebab(name)}`, value]))
}

/** Gives the whole page the colours; needs nothing but the browser. */
export function paint(palette: Palette, isDark: boolean): void {
  const root = document.documentElement
  for (const [name, value] of Object.entries(asProperties(palette))) {
    root.style.setProperty(name, value)
  }
  root.style.colorScheme = isDark ? 'dark' : 'light'
  root.style.setProperty('--font', FONT)
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

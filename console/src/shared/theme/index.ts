export { setThemeChoice, type ThemeChoice, useDark, useThemeChoice } from './mode'
export { asProperties } from './paint'
export { dark, light, type Palette } from './palette'
export { ThemeProvider } from './ThemeProvider'

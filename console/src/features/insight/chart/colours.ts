import type { Palette } from '../../../shared/theme'

/** From nothing to most in one hue; the steps keep their order for everyone who cannot tell hues apart. */
export function ramp(palette: Palette): string[] {
  return [palette.canvas, mix(palette, 0.22), mix(palette, 0.45), mix(palette, 0.7), palette.act]
}

function mix(palette: Palette, share: number): string {
  const from = channels(palette.surface)
  const to = channels(palette.act)
  const mixed = from.map((value, index) => Math.round(value + ((to[index] ?? value) - value) * share))
  return `rgb(${mixed.join(', ')})`
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
}

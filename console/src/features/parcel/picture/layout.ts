import type { Gauge } from './model'

export const PAD = 84
export const MIN_STEP = 158
export const GAP = 18

/** Where the stops stand; the picture grows beyond its frame rather than squeezing the words. */
export function placeAcross(count: number, width: number): { xs: number[]; width: number } {
  if (count <= 1) {
    return { xs: [PAD], width: Math.max(width, 2 * PAD) }
  }
  const step = Math.max(MIN_STEP, (width - 2 * PAD) / (count - 1))
  return {
    xs: Array.from({ length: count }, (_, index) => PAD + index * step),
    width: 2 * PAD + step * (count - 1),
  }
}

export const STOP_HEIGHT = 52
export const LEG_HEIGHT = 104
export const PLAIN_LEG_HEIGHT = 26

/** The same from top to bottom; a leg with a gauge takes more room than one without. */
export function placeDown(gauges: (Gauge | null)[]): { ys: number[]; height: number } {
  let y = 18
  const ys = [y]
  for (const gauge of gauges) {
    y += STOP_HEIGHT + (gauge === null ? PLAIN_LEG_HEIGHT : LEG_HEIGHT)
    ys.push(y)
  }
  return { ys, height: y + STOP_HEIGHT }
}

export interface Bars {
  band: { x: number; width: number } | null
  actual: number
  limit: number | null
  pauses: { x: number; width: number }[]
}

/** The gauge in pixels of a given length. */
export function measure(gauge: Gauge, length: number): Bars {
  const px = (hours: number) => (Math.min(hours, gauge.scale) / gauge.scale) * length
  return {
    band:
      gauge.high === null
        ? null
        : { x: px(gauge.low ?? 0), width: Math.max(2, px(gauge.high) - px(gauge.low ?? 0)) },
    actual: Math.max(2, px(gauge.hours)),
    limit: gauge.limit === null ? null : px(gauge.limit),
    pauses: gauge.pauses.map((pause) => ({
      x: pause.start * length,
      width: Math.max(2, (pause.end - pause.start) * length),
    })),
  }
}

/** Breaks a name into at most two lines; Chinese has no spaces to break at, so the width of letters decides. */
export function breakName(name: string, room: number, size = 13): string[] {
  const fits = Math.max(4, Math.floor(room / size))
  const weight = (text: string) =>
    [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 256 ? 0.56 : 1), 0)
  if (weight(name) <= fits) {
    return [name]
  }
  const letters = [...name]
  let cut = letters.length
  while (cut > 1 && weight(letters.slice(0, cut).join('')) > fits) cut--
  const rest = letters.slice(cut)
  if (weight(rest.join('')) <= fits) {
    return [letters.slice(0, cut).join(''), rest.join('')]
  }
  let end = rest.length
  while (end > 1 && weight(rest.slice(0, end).join('')) > fits - 1) end--
  return [letters.slice(0, cut).join(''), `${rest.slice(0, end).join('')}…`]
}

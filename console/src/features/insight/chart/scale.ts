/** The smallest round even number that nothing exceeds, so that its half is a whole number too. */
export function niceTop(most: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  const found = [1, 2, 4, 6, 10].map((factor) => factor * size).find((top) => top >= most) ?? 10 * size
  return Math.max(2, found)
}

/** Moves labels apart that would overlap, down first and up again from the lowest place; their order stays. */
export function spreadLabels(heights: number[], gap: number, lowest = Number.POSITIVE_INFINITY): number[] {
  const order = heights.map((height, index) => ({ height, index })).sort((a, b) => a.height - b.height)
  const placed = [...heights]
  let free = Number.NEGATIVE_INFINITY
  for (const { height, index } of order) {
    const at = Math.max(height, free)
    placed[index] = at
    free = at + gap
  }
  let floor = lowest
  for (const { index } of order.toReversed()) {
    placed[index] = Math.min(placed[index] ?? floor, floor)
    floor = placed[index] - gap
  }
  return placed
}

/** What somebody typed in the larger unit, in whole ones of the smaller. */
export function whole(typed: number, unit: number): number {
  return Math.round(typed * unit)
}

/** 17:00:00 → 17:00 */
export function sayClock(time: string): string {
  return time.slice(0, 5)
}

/** Without the zeros that a fixed number of decimals leaves behind; what is being typed stays as it is. */
export function plain(
  value: string | number | undefined,
  typing?: { userTyping: boolean; input: string },
): string {
  if (typing?.userTyping) return typing.input
  const text = value === undefined ? '' : String(value)
  return text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text
}

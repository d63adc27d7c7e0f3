/** YT6247854916511 → YT 6247 8549 16511: letters apart, digits by four, nobody reads a lone last digit. */
export function groupWaybill(waybill: string): string[] {
  const match = /^([A-Z]*)(\d+)([A-Z]*)$/i.exec(waybill)
  if (match === null) {
    return [waybill]
  }
  const [, prefix = '', digits = '', suffix = ''] = match
  const size = digits.length === 9 ? 3 : 4
  const groups: string[] = []
  for (let at = 0; at < digits.length; at += size) groups.push(digits.slice(at, at + size))
  const last = groups.at(-1)
  if (last !== undefined && last.length === 1 && groups.length > 1) {
    groups.splice(-2, 2, `${groups.at(-2)}${last}`)
  }
  return [prefix, ...groups, suffix].filter((part) => part !== '')
}

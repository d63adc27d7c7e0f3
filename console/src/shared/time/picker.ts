import dayjs, { type Dayjs } from 'dayjs'
import 'dayjs/locale/zh-cn'
import { HOUR } from './format'

// The date picker works in the browser's own zone; the network's clock is China's. We move the instant over so that the
// picker shows China's wall time, and move it back when it is read.

function shift(at: number): number {
  return 8 * HOUR + new Date(at).getTimezoneOffset() * 60_000
}

export function toPicker(at: number): Dayjs {
  return dayjs(at + shift(at))
}

export function fromPicker(shown: Dayjs): string {
  const at = shown.valueOf()
  return new Date(at - shift(at)).toISOString()
}

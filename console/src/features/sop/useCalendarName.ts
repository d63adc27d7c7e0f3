import { getLocale } from '../../shared/i18n'
import { sopCopy } from './copy'
import type { Calendar } from './types'

/** How a calendar is called on the page. */
export function useCalendarName(calendars: Calendar[] | undefined): (code: string) => string {
  const t = sopCopy.use()
  return (code) => {
    if (code === 'UNIT') return t.ofUnit
    const found = calendars?.find((one) => one.code === code)
    return found === undefined ? code : getLocale() === 'en' ? found.nameEn : found.nameZh
  }
}

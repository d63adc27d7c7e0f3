import type { Disposition } from '../../api/types'
import { getLocale } from '../../shared/i18n'
import { deskCopy } from './copy'

/** A matter or skill by its name, or by its code where it has none here. */
export function sayMatter(code: string): string {
  const t = deskCopy.now()
  return t.matter[code] ?? t.about[code] ?? code
}

export function sayDisposition(disposition: Disposition): string {
  return getLocale() === 'zh-CN' ? disposition.nameZh : disposition.nameEn
}

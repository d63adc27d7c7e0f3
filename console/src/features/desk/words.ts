import type { Disposition } from '../../api/types'
import { getLocale } from '../../shared/i18n'
import { deskCopy } from './copy'

/** A matter or skill by its name, or by its code where it has none here. */
export function sayMatter(code: string): string {
  return deskCopy.now().matter[code] ?? code
}

export function sayDisposition(disposition: Disposition): string {
  return getLocale() === 'zh-CN' ? disposition.nameZh : disposition.nameEn
}

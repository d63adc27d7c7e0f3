import type { Disposition } from '../../api/types'
import { getLocale } from '../../shared/i18n'
import { deskCopy } from './copy'

type Named = Pick<Disposition, 'code' | 'nameZh' | 'nameEn'>

let policyMatters: Named[] = []

/** The matters of the policy in force, whose names headquarters write. */
export function learnMatters(matters: Named[]): void {
  policyMatters = matters
}

/** A matter or skill by its name, or by its code where it has none here. */
export function sayMatter(code: string): string {
  const t = deskCopy.now()
  const written = policyMatters.find((matter) => matter.code === code)
  if (written !== undefined) return getLocale() === 'zh-CN' ? written.nameZh : written.nameEn
  return t.matter[code] ?? t.about[code] ?? code
}

export function sayDisposition(disposition: Disposition): string {
  return getLocale() === 'zh-CN' ? disposition.nameZh : disposition.nameEn
}

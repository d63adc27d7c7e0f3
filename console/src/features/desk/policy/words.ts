import type { FieldError, PolicyMatter } from '../../../api/types'
import { getLocale } from '../../../shared/i18n'
import { sayMatter } from '../words'
import { policyCopy } from './copy'
import { PARTS, type Part } from './model'

/** A skill by its name: of the desk's own words, a language's, or its code. */
export function saySkill(code: string): string {
  const own = sayMatter(code)
  return own === code ? sayLanguage(code) : own
}

export function sayLanguage(code: string): string {
  return policyCopy.now().language[code] ?? code
}

export function sayMatterOf(code: string, matters: PolicyMatter[]): string {
  const matter = matters.find((one) => one.code === code)
  if (matter === undefined) return sayMatter(code)
  return getLocale() === 'zh-CN' ? matter.nameZh : matter.nameEn
}

/** Where something is wrong, what it is now and what would be right. */
export function sayWrong(error: FieldError): string {
  const t = policyCopy.now()
  const [head = '', ...rest] = error.field.split('.')
  const name = head.replace(/\[\d+]/, '')
  const row = /\[(\d+)]/.exec(error.field)?.[1]
  const part = PARTS.includes(name as Part) ? t.part[name as Part] : name
  const field = rest.length === 0 ? '' : ` ${rest.join('.')}`
  const value = error.value === null || error.value === undefined ? '' : t.was(String(error.value))
  return `${t.place(part, row === undefined ? null : Number(row) + 1, field)}: ${t.wrong[error.code] ?? error.message}${value}`
}

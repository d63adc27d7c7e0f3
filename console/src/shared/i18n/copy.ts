import { getLocale, useLocale } from './locale'

/** The same keys as the Chinese catalogue; sentences with parts are functions taking the same parts. */
export type Translation<T> = {
  [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...parts: infer P) => string
      ? (...parts: P) => string
      : Translation<T[K]>
}

export interface Copy<T> {
  /** For components: renders again when the language changes. */
  use: () => Translation<T>
  /** For code outside of rendering. */
  now: () => Translation<T>
}

export function defineCopy<T extends object>(zh: T, en: Translation<T>): Copy<T> {
  const pick = (locale: 'zh-CN' | 'en'): Translation<T> => (locale === 'en' ? en : (zh as Translation<T>))
  return {
    use: () => pick(useLocale()),
    now: () => pick(getLocale()),
  }
}

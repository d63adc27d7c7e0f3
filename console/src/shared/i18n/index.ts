export { type Copy, defineCopy, type Translation } from './copy'
export { joinClauses, joinList } from './join'
export { getLocale, type Locale, setLocale, useLocale } from './locale'

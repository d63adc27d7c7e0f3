export { type Copy, defineCopy, type Translation } from './copy'
export { joinClauses, joinList } from './join'
export { getLocale, setLocale, useLocale } from './locale'

export { type Copy, defineCopy, type Translation } from './copy'
export { getLocale, setLocale, useLocale } from './locale'

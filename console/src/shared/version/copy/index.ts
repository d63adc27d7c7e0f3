import { defineCopy } from '../../i18n'
import { en } from './en'
import { zh } from './zh-CN'

export const versionCopy = defineCopy(zh, en)

import { defineCopy } from '../../../shared/i18n'
import { en } from './en'
import { zh } from './zh-CN'

export const standardCopy = defineCopy(zh, en)

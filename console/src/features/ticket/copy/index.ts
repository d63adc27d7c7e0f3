import { defineCopy } from '../../../shared/i18n'
import { caseEn } from './case-en'
import { caseZh } from './case-zh'
import { en } from './en'
import { zh } from './zh-CN'

export const ticketCopy = defineCopy(zh, en)
export const caseCopy = defineCopy(caseZh, caseEn)

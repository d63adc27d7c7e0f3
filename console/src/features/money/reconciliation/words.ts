import type { Difference } from '../../../api/types'
import type { Translation } from '../../../shared/i18n'
import { sayFen } from '../../../shared/money'
import type { zh } from './copy/zh-CN'

type Words = Translation<typeof zh>

/** What does not agree, in one sentence with its amounts. */
export function sayDifference(difference: Difference, t: Words): string {
  return t.sentences[difference.kind](sayAmount(difference.fenHere, t), sayAmount(difference.fenThere, t))
}

export function sayAmount(fen: number | null, t: Words): string {
  return fen === null ? t.nothing : sayFen(fen)
}

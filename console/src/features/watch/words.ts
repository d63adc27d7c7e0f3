import type { LimitRow } from '../../api/types'
import { sayNumber } from '../../shared/time'
import { watchCopy } from './copy'

/** 默认; 12,400 趟的 p99; 人工设定: what a number rests on. */
export function sayBasis(row: LimitRow): string {
  const t = watchCopy.now()
  return row.basis === 'LEARNT' && row.samples !== null && row.percentile !== null
    ? t.samples(sayNumber(row.samples), sayNumber(row.percentile))
    : t.basis[row.basis]
}

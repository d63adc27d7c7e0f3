import { MINUTE, sayDuration, sayNumber } from '../../shared/time'
import { insightCopy } from './copy'

/** 45 秒, 4 分钟, 1 小时 12 分. */
export function saySeconds(seconds: number | null): string {
  const t = insightCopy.now()
  if (seconds === null) return t.none
  return seconds < 60
    ? t.seconds(sayNumber(Math.round(seconds)))
    : sayDuration(Math.round((seconds * 1000) / MINUTE) * MINUTE)
}

/** 0.953 → 95.3%; whole numbers stay whole. */
export function sayShare(share: number | null): string {
  return share === null ? insightCopy.now().none : `${Math.round(share * 1000) / 10}%`
}

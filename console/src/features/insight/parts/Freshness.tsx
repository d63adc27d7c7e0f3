import type { FreshnessNumbers } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayNumber, sayTime } from '../../../shared/time'
import { insightCopy } from '../copy'
import { saySeconds, sayShare } from '../words'
import styles from './Bars.module.css'

/** How old the picture is that everything else rests on. */
export function Freshness({ freshness }: { freshness: FreshnessNumbers }) {
  const t = insightCopy.use()
  const now = useBusinessNow()
  return (
    <dl className={styles.facts}>
      <dt>{t.scansLastHour}</dt>
      <dd>{t.scansCount(sayNumber(freshness.scansLastHour))}</dd>
      <dt>{t.median}</dt>
      <dd>{freshness.p50Seconds === null ? t.none : t.within(saySeconds(freshness.p50Seconds))}</dd>
      <dt>{t.under5}</dt>
      <dd>{sayShare(freshness.shareUnder5Minutes)}</dd>
      <dt>{t.lastArrived}</dt>
      <dd>{freshness.lastArrivedAt === null ? t.none : sayTime(freshness.lastArrivedAt, now)}</dd>
    </dl>
  )
}

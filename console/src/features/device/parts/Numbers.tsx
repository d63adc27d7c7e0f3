import { sayNumber } from '../../../shared/time'
import type { Meaning } from '../../../shared/ui'
import { useCan } from '../../identity'
import { BigNumber, saySeconds, sayShare } from '../../insight'
import type { DeviceBoard } from '../api'
import { deviceCopy } from '../copy'
import styles from '../Device.module.css'
import { devicesPath, MEAN_TARGET_SECONDS, progressOf, SHARE_TARGET, type Show } from '../model'

/** The numbers one asks for first; each opens the scanners that it counts. */
export function Numbers({ board }: { board: DeviceBoard }) {
  const t = deviceCopy.use()
  const can = useCan()
  const { total } = board
  const { lag } = total
  const list = (show?: Show) =>
    can('devices.read') ? devicesPath({ unit: board.unit.code, ...(show && { show }) }) : null
  const progress = progressOf(total)
  return (
    <section className={styles.numbers} aria-label={t.numbers}>
      <BigNumber
        label={t.share}
        value={sayShare(lag.shareUnder5Minutes)}
        meaning={against(lag.shareUnder5Minutes, (value) => value >= SHARE_TARGET)}
        means={t.shareMeans(sayShare(SHARE_TARGET), sayNumber(lag.scans))}
        to={list()}
      />
      <BigNumber
        label={t.mean}
        value={saySeconds(lag.meanSeconds)}
        meaning={against(lag.meanSeconds, (value) => value <= MEAN_TARGET_SECONDS)}
        means={t.meanMeans(saySeconds(MEAN_TARGET_SECONDS))}
        to={list()}
      />
      <BigNumber
        label={t.p95}
        value={saySeconds(lag.p95Seconds)}
        meaning={against(lag.p95Seconds, (value) => value <= MEAN_TARGET_SECONDS)}
        means={t.p95Means(saySeconds(lag.p50Seconds))}
        to={list()}
      />
      <BigNumber
        label={t.slow}
        value={sayNumber(total.slow)}
        meaning={total.slow > 0 ? 'act' : 'good'}
        means={t.slowMeans(sayNumber(total.devices))}
        to={list('slow')}
      />
      <BigNumber
        label={t.progress}
        value={progress === null ? t.none : sayShare(progress.done / progress.all)}
        meaning={total.needPlan + total.late > 0 ? 'watch' : 'plain'}
        means={
          progress === null
            ? t.progressNone
            : t.progressMeans(
                sayNumber(total.done),
                sayNumber(total.planned),
                sayNumber(total.late),
                sayNumber(total.needPlan),
              )
        }
        to={list(total.needPlan > 0 ? 'NEEDED' : 'OPEN')}
      />
      <BigNumber
        label={t.unregistered}
        value={sayNumber(total.unregistered)}
        meaning={total.unregistered > 0 ? 'watch' : 'good'}
        means={t.unregisteredMeans}
        to={list('unregistered')}
      />
    </section>
  )
}

function against(value: number | null, good: (value: number) => boolean): Meaning {
  return value === null ? 'plain' : good(value) ? 'good' : 'act'
}

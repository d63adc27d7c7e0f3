import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { sayNumber } from '../../../shared/time'
import { cx, UnitName } from '../../../shared/ui'
import { useCan } from '../../identity'
import { saySeconds, sayShare } from '../../insight'
import type { DeviceGroup } from '../api'
import { deviceCopy } from '../copy'
import styles from '../Device.module.css'
import { devicesPath, MEAN_TARGET_SECONDS, progressOf, SHARE_TARGET, type Show } from '../model'

interface Props {
  groups: DeviceGroup[]
  /** The unit whose board it is. */
  within: string
  /** A region opens its own board; places and models open their scanners. */
  first: 'region' | 'place' | 'model'
}

/** Groups of scanners with their lag, the slowest first; each number opens the scanners behind it. */
export function GroupTable({ groups, within, first }: Props) {
  const t = deviceCopy.use()
  const mayList = useCan()('devices.read')
  if (groups.length === 0) {
    return <p className={styles.none}>{t.noGroups}</p>
  }
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{first === 'model' ? t.column.model : t.column.unit}</th>
              <th scope="col">{t.column.share}</th>
              <th scope="col">{t.column.mean}</th>
              <th scope="col">{t.column.p95}</th>
              <th scope="col">{t.column.slow}</th>
              <th scope="col">{t.column.progress}</th>
            </tr>
          </thead>
          <tbody>
            {groups.map((group) => (
              <Row key={group.key} group={group} within={within} first={first} mayList={mayList} />
            ))}
          </tbody>
        </table>
      </div>
      {first === 'place' && <p className={styles.foot}>{t.worstHint}</p>}
    </>
  )
}

function Row({
  group,
  within,
  first,
  mayList,
}: Omit<Props, 'groups'> & { group: DeviceGroup; mayList: boolean }) {
  const t = deviceCopy.use()
  const { lag, unit } = group
  const name = unit?.name ?? (group.key === '' ? t.unregisteredModel : group.key)
  const path = (show?: Show) =>
    devicesPath({
      ...(unit === null ? { unit: within, model: group.key } : { unit: unit.code }),
      ...(show && { show }),
    })
  const progress = progressOf(group)
  return (
    <tr>
      <th scope="row">
        <Way to={first === 'region' ? `/boards/freshness?unit=${group.key}` : mayList ? path() : null}>
          {unit === null ? name : <UnitName unit={unit} />}
        </Way>
      </th>
      <td
        className={cx(lag.shareUnder5Minutes !== null && lag.shareUnder5Minutes < SHARE_TARGET && styles.bad)}
      >
        <Way to={mayList ? path() : null} label={t.openDevices(name)}>
          {sayShare(lag.shareUnder5Minutes)}
        </Way>
      </td>
      <td className={cx(lag.meanSeconds !== null && lag.meanSeconds > MEAN_TARGET_SECONDS && styles.bad)}>
        {saySeconds(lag.meanSeconds)}
      </td>
      <td className={cx(lag.p95Seconds !== null && lag.p95Seconds > MEAN_TARGET_SECONDS && styles.bad)}>
        {saySeconds(lag.p95Seconds)}
      </td>
      <td>
        {group.slow === 0 ? (
          sayNumber(0)
        ) : (
          <Way to={mayList ? path('slow') : null} label={t.openSlow(name)}>
            {sayNumber(group.slow)}
          </Way>
        )}
      </td>
      <td>
        {progress === null ? (
          '—'
        ) : (
          <Way
            to={
              mayList
                ? path(progress.done === progress.all ? 'DONE' : group.planned > 0 ? 'OPEN' : 'NEEDED')
                : null
            }
            label={t.openPlans(name)}
          >
            {t.progressCell(sayNumber(progress.done), sayNumber(progress.all))}
          </Way>
        )}
      </td>
    </tr>
  )
}

function Way({ to, label, children }: { to: string | null; label?: string; children: ReactNode }) {
  return to === null ? (
    children
  ) : (
    <Link to={to} title={label}>
      {children}
    </Link>
  )
}

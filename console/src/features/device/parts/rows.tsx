import { useMemo } from 'react'
import { sayNumber } from '../../../shared/time'
import { type Column, cx, type Meaning, Tag, UnitName } from '../../../shared/ui'
import { saySeconds, sayShare } from '../../insight'
import type { DevicePlan, DeviceRow } from '../api'
import { deviceCopy } from '../copy'
import styles from '../Device.module.css'
import { planState, SHARE_TARGET } from '../model'
import { sayReason } from '../words'

const LEAST_SCANS = 30

const MEANING: Record<ReturnType<typeof planState>, Meaning> = {
  OPEN: 'watch',
  LATE: 'act',
  GOOD_AGAIN: 'good',
  OUT_OF_USE: 'good',
  WITHDRAWN: 'plain',
}

export function PlanTag({ view }: { view: DevicePlan }) {
  const t = deviceCopy.use()
  const state = planState(view)
  return <Tag meaning={MEANING[state]}>{t.planStates[state]}</Tag>
}

function Reason({ row }: { row: DeviceRow }) {
  const t = deviceCopy.use()
  const reason = sayReason(row.slow)
  if (reason !== null) {
    return <>{reason}</>
  }
  return (
    <>
      {row.state !== null && row.state !== 'IN_USE'
        ? t.out
        : row.lag.scans === 0
          ? t.noScans
          : row.lag.scans < LEAST_SCANS
            ? t.tooFew
            : t.notSlow}
    </>
  )
}

/** Few scans say little: their share is told, and not held against the scanner. */
function Share({ row }: { row: DeviceRow }) {
  const share = row.lag.shareUnder5Minutes
  const tells = share !== null && row.lag.scans >= LEAST_SCANS
  return (
    <span className={cx(tells && share < SHARE_TARGET && styles.bad)}>
      {share === null ? '—' : sayShare(share)}
    </span>
  )
}

export function useDeviceColumns(): Column<DeviceRow>[] {
  const t = deviceCopy.use()
  return useMemo(
    () => [
      {
        key: 'code',
        title: t.column.code,
        width: 'minmax(140px, 0.9fr)',
        render: (row) => <span className={styles.code}>{row.code}</span>,
      },
      {
        key: 'unit',
        title: t.column.unit,
        width: 'minmax(130px, 1fr)',
        render: (row) => <UnitName unit={row.unit} />,
      },
      {
        key: 'model',
        title: t.column.model,
        width: 'minmax(90px, 0.8fr)',
        from: 860,
        render: (row) => row.model ?? <Tag meaning="watch">{t.unregistered}</Tag>,
      },
      {
        key: 'share',
        title: t.column.share,
        width: '84px',
        align: 'end',
        render: (row) => <Share row={row} />,
      },
      {
        key: 'mean',
        title: t.column.mean,
        width: '96px',
        align: 'end',
        from: 760,
        render: (row) => (row.lag.meanSeconds === null ? '—' : saySeconds(row.lag.meanSeconds)),
      },
      {
        key: 'scans',
        title: t.column.scans,
        width: '72px',
        align: 'end',
        from: 1000,
        render: (row) => sayNumber(row.lag.scans),
      },
      {
        key: 'why',
        title: t.column.why,
        width: 'minmax(180px, 2.4fr)',
        from: 1100,
        render: (row) => (
          <span
            className={cx(styles.cut, row.slow === null && styles.soft)}
            title={sayReason(row.slow) ?? ''}
          >
            <Reason row={row} />
          </span>
        ),
      },
      {
        key: 'plan',
        title: t.column.progress,
        width: '84px',
        render: (row) =>
          row.plan !== null ? (
            <PlanTag view={row.plan} />
          ) : row.slow !== null ? (
            <Tag meaning="act">{t.slow}</Tag>
          ) : (
            ''
          ),
      },
    ],
    [t],
  )
}

/** A scanner, on a phone. */
export function DeviceCard({ row }: { row: DeviceRow }) {
  const t = deviceCopy.use()
  return (
    <>
      <div className={styles.line}>
        <strong className={styles.code}>{row.code}</strong>
        {row.slow !== null && <Tag meaning="act">{t.slow}</Tag>}
        {row.plan !== null && <PlanTag view={row.plan} />}
        {row.model === null && <Tag meaning="watch">{t.unregistered}</Tag>}
      </div>
      <div className={styles.line}>
        <UnitName unit={row.unit} />
        <span className="tabular">
          {t.share} <Share row={row} />
        </span>
      </div>
      <div className={styles.two}>
        <Reason row={row} />
      </div>
    </>
  )
}

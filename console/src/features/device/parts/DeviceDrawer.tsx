import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayTime } from '../../../shared/time'
import { EmptyState, ErrorState, SkeletonRows, UnitName } from '../../../shared/ui'
import { useCan } from '../../identity'
import { saySeconds, sayShare } from '../../insight'
import { type Device, type DeviceRow, useDevice, useDevicePlaces } from '../api'
import { deviceCopy } from '../copy'
import styles from '../Device.module.css'
import { sayReason } from '../words'
import { Plans } from './Plans'
import { ScannerForm } from './ScannerForm'

/** Everything about one scanner: why it is slow, what the register says, what is done about it. */
export function DeviceDrawer({ code, onClose }: { code: string; onClose: () => void }) {
  const t = deviceCopy.use()
  const places = useDevicePlaces(code)
  const rows = places.data
  const registered = rows?.some((row) => row.model !== null) ?? false
  const device = useDevice(code, registered)
  return (
    <Drawer
      open
      size="min(560px, 100vw)"
      title={<span className={styles.code}>{code}</span>}
      onClose={onClose}
    >
      {places.error !== null && (
        <ErrorState error={places.error} over={rows !== undefined} onRetry={() => void places.refetch()} />
      )}
      {rows === undefined && places.error === null && <SkeletonRows rows={10} />}
      {rows?.length === 0 && <EmptyState title={t.gone}>{t.goneHint}</EmptyState>}
      {rows?.map((row) => (
        <Lag key={row.unit.code} row={row} />
      ))}
      {rows !== undefined && rows.length > 0 && (
        <>
          <Registered code={code} device={registered ? device.data : null} rows={rows} />
          {device.error !== null && <ErrorState error={device.error} onRetry={() => void device.refetch()} />}
          {device.data !== undefined && (
            <Plans device={device.data} slow={rows.some((row) => row.slow !== null)} />
          )}
        </>
      )}
    </Drawer>
  )
}

function Lag({ row }: { row: DeviceRow }) {
  const t = deviceCopy.use()
  const now = useBusinessNow()
  const { lag, slow } = row
  return (
    <>
      {slow !== null && (
        <section className={styles.part} aria-label={t.whySlow}>
          <header>
            <h3>{t.whySlow}</h3>
            <span className={styles.soft}>{t.slowSince(sayTime(slow.since, now))}</span>
          </header>
          <p className={styles.bad}>{sayReason(slow)}</p>
          <p className={styles.soft}>{t.reasonMeans}</p>
        </section>
      )}
      <section className={styles.part} aria-label={t.lag}>
        <header>
          <h3>{t.lag}</h3>
          <UnitName unit={row.unit} />
        </header>
        {lag.scans === 0 ? (
          <p className={styles.soft}>{t.noScans}</p>
        ) : (
          <dl className={styles.facts}>
            <dt>{t.scans}</dt>
            <dd className="tabular">{t.scansCount(String(lag.scans))}</dd>
            <dt>{t.share}</dt>
            <dd className="tabular">{sayShare(lag.shareUnder5Minutes)}</dd>
            <dt>{t.mean}</dt>
            <dd>{saySeconds(lag.meanSeconds)}</dd>
            <dt>{t.column.p50}</dt>
            <dd>{t.within(saySeconds(lag.p50Seconds))}</dd>
            <dt>{t.p95}</dt>
            <dd>{t.within(saySeconds(lag.p95Seconds))}</dd>
            <dt>{t.lastArrived}</dt>
            <dd>{lag.lastArrivedAt === null ? t.none : sayTime(lag.lastArrivedAt, now)}</dd>
          </dl>
        )}
      </section>
    </>
  )
}

/** `device` is null where the register does not have it, undefined while it loads. */
function Registered(props: { code: string; device: Device | null | undefined; rows: DeviceRow[] }) {
  const t = deviceCopy.use()
  const can = useCan()
  const [editing, setEditing] = useState(false)
  const { device } = props
  return (
    <section className={styles.part} aria-label={t.registered}>
      <header>
        <h3>{t.registered}</h3>
        {can('devices.write') && device !== undefined && (
          <Button size="small" onClick={() => setEditing(true)}>
            {device === null ? t.register : t.edit}
          </Button>
        )}
      </header>
      {device === undefined && <SkeletonRows rows={4} />}
      {device === null && <p className={styles.soft}>{t.notRegistered}</p>}
      {device != null && (
        <dl className={styles.facts}>
          <dt>{t.column.model}</dt>
          <dd>{device.model}</dd>
          <dt>{t.firmware}</dt>
          <dd>{device.firmware ?? t.unknown}</dd>
          <dt>{t.inService}</dt>
          <dd>{device.inService ?? t.unknown}</dd>
          <dt>{t.owner}</dt>
          <dd>
            <UnitName unit={device.owner} />
          </dd>
          <dt>{t.state}</dt>
          <dd>{t.states[device.state]}</dd>
        </dl>
      )}
      {editing && device !== undefined && (
        <ScannerForm
          code={props.code}
          known={device}
          unit={props.rows[0]?.unit ?? null}
          onDone={() => setEditing(false)}
        />
      )}
    </section>
  )
}

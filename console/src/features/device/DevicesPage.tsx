import { PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { keys } from '../../api/query'
import { ImportDrawer } from '../../shared/imports'
import { useRowCursor } from '../../shared/keyboard/useRowCursor'
import { sayNumber } from '../../shared/time'
import {
  Chip,
  DataTable,
  EmptyState,
  ErrorState,
  PageFrame,
  RemovableChip,
  useSetFilter,
} from '../../shared/ui'
import { UnitPicker, useUnitName } from '../../shared/units'
import { useCan } from '../identity'
import { type DeviceRow, useDevices } from './api'
import { deviceCopy } from './copy'
import styles from './Device.module.css'
import { readShow, SHOWS } from './model'
import { DeviceDrawer } from './parts/DeviceDrawer'
import { DeviceCard, useDeviceColumns } from './parts/rows'
import { ScannerForm } from './parts/ScannerForm'

/** Scanners with their lag, the slow ones first, and the register of them. */
export default function DevicesPage() {
  const t = deviceCopy.use()
  const can = useCan()
  const client = useQueryClient()
  const [params] = useSearchParams()
  const [importing, setImporting] = useState(false)
  const [registering, setRegistering] = useState(false)
  const unit = params.get('unit')
  const model = params.get('model')
  const code = params.get('code')
  const show = readShow(params.get('show'))
  const opened = params.get('open')
  const list = useDevices({ unit, model, code, show })
  const columns = useDeviceColumns()
  const unitName = useUnitName(unit)
  const { cursor, reset } = useRowCursor(list.rows, (row) => set('open', row.code), {
    next: t.next,
    previous: t.previous,
    open: t.open,
  })
  const set = useSetFilter(reset)
  const open = (row: DeviceRow) => set('open', row.code)
  const narrowed = unit !== null || model !== null || code !== null || show !== 'all'

  return (
    <PageFrame
      title={t.devices}
      aside={list.total !== null && <span className="tabular">{t.devicesCount(sayNumber(list.total))}</span>}
      actions={
        <>
          {can('board.read') && (
            <Link to={unit === null ? '/boards/freshness' : `/boards/freshness?unit=${unit}`}>
              <Button>{t.freshness}</Button>
            </Link>
          )}
          {can('devices.write') && (
            <>
              <Button icon={<UploadOutlined />} onClick={() => setImporting(true)}>
                {t.import}
              </Button>
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setRegistering(true)}>
                {t.register}
              </Button>
            </>
          )}
        </>
      }
      fill
    >
      <div className={styles.bar}>
        <div role="group" aria-label={t.show} className={styles.bar}>
          {SHOWS.map((value) => (
            <Chip
              key={value}
              on={show === value}
              words={t.shows[value]}
              onPress={() => set('show', value === 'all' ? null : value)}
            />
          ))}
        </div>
        {unit !== null && (
          <RemovableChip
            words={t.ofUnit(unitName)}
            does={t.removeFilter(t.ofUnit(unitName))}
            onRemove={() => set('unit', null)}
          />
        )}
        {model !== null && (
          <RemovableChip
            words={t.ofModel(model)}
            does={t.removeFilter(t.ofModel(model))}
            onRemove={() => set('model', null)}
          />
        )}
        {can('network.read') && (
          <div className={styles.picker}>
            <UnitPicker placeholder={t.chooseUnit} onChange={(chosen) => set('unit', chosen)} />
          </div>
        )}
        <Input.Search
          allowClear
          className={styles.picker}
          defaultValue={code ?? ''}
          placeholder={t.searchCode}
          aria-label={t.searchCode}
          onSearch={(typed) => set('code', typed.trim() === '' ? null : typed.trim())}
        />
      </div>
      {list.error != null && (
        <ErrorState error={list.error} over={list.rows !== undefined} onRetry={list.retry} />
      )}
      {(list.error == null || list.rows !== undefined) && (
        <DataTable
          label={t.devices}
          columns={columns}
          rows={list.rows}
          rowKey={(row) => `${row.code} ${row.unit.code}`}
          total={list.total}
          hasMore={list.hasMore}
          loadingMore={list.loadingMore}
          onMore={list.more}
          onOpen={open}
          cursor={cursor}
          card={(row) => <DeviceCard row={row} />}
          cardHeight={104}
          empty={
            narrowed ? (
              <EmptyState title={t.listEmpty}>{t.listEmptyHint}</EmptyState>
            ) : (
              <EmptyState title={t.noneYet}>{t.noneYetHint}</EmptyState>
            )
          }
        />
      )}
      {opened !== null && <DeviceDrawer key={opened} code={opened} onClose={() => set('open', null)} />}
      {registering && <ScannerForm code={null} known={null} onDone={() => setRegistering(false)} />}
      <ImportDrawer
        open={importing}
        title={t.importTitle}
        path="/devices/import"
        templateName="scanners.csv"
        columns={Object.entries(t.importColumns).map(([name, meaning]) => ({
          name,
          meaning,
          required: name === 'code',
        }))}
        onClose={() => setImporting(false)}
        onImported={() => void client.invalidateQueries({ queryKey: keys.devices })}
      />
    </PageFrame>
  )
}

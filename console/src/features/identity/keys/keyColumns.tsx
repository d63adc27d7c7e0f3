import { useMemo } from 'react'
import type { PartnerKey } from '../../../api/types'
import { joinList } from '../../../shared/i18n'
import { exactTime, sayNumber } from '../../../shared/time'
import { type Column, UnitName } from '../../../shared/ui'
import { keysCopy } from './copy'
import { KeyActions } from './KeyActions'
import { sayPermission } from './words'

export function useKeyColumns(): Column<PartnerKey>[] {
  const t = keysCopy.use()
  return useMemo(
    () => [
      { key: 'name', title: t.column.name, width: 'minmax(120px, 1fr)', render: (key) => key.name },
      {
        key: 'permissions',
        title: t.column.permissions,
        width: 'minmax(160px, 2fr)',
        render: (key) => joinList(key.permissions.map(sayPermission)),
      },
      {
        key: 'unit',
        title: t.column.unit,
        width: 'minmax(120px, 1fr)',
        render: (key) => <UnitName unit={key.unit} />,
      },
      {
        key: 'rate',
        title: t.column.rate,
        width: '80px',
        align: 'end',
        from: 900,
        render: (key) => sayNumber(key.ratePerMinute),
      },
      {
        key: 'created',
        title: t.column.created,
        width: '170px',
        from: 1250,
        render: (key) => exactTime(key.createdAt),
      },
      {
        key: 'used',
        title: t.column.used,
        width: '170px',
        from: 1000,
        render: (key) => (key.lastUsedAt === null ? t.never : exactTime(key.lastUsedAt)),
      },
      {
        key: 'actions',
        title: t.column.actions,
        width: '150px',
        render: (key) => <KeyActions partnerKey={key} />,
      },
    ],
    [t],
  )
}

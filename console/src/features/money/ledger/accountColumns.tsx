import type { AccountRow } from '../../../api/types'
import { useLocale } from '../../../shared/i18n'
import type { Column } from '../../../shared/ui'
import { Balance } from './Balance'
import { ledgerCopy } from './copy'
import { OwnerName } from './OwnerName'

/** What an account is called: the server has the word of the trade in Chinese. */
export function useKindName(): (account: AccountRow) => string {
  const t = ledgerCopy.use()
  const chinese = useLocale() === 'zh-CN'
  return ({ kind, chinese: name }) => (chinese ? name : t.kinds[kind])
}

export function useAccountColumns(): Column<AccountRow>[] {
  const c = ledgerCopy.use().column
  const sayKind = useKindName()
  return [
    { key: 'kind', title: c.kind, width: 'minmax(120px, 180px)', render: sayKind },
    {
      key: 'owner',
      title: c.owner,
      width: 'minmax(160px, 1fr)',
      render: (row) => <OwnerName account={row} />,
    },
    {
      key: 'balance',
      title: c.balance,
      width: '190px',
      align: 'end',
      render: (row) => <Balance fen={row.fen} />,
    },
  ]
}

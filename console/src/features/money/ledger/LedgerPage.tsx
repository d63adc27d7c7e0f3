import { Input } from 'antd'
import { lazy, Suspense } from 'react'
import { useSearchParams } from 'react-router'
import type { AccountRow } from '../../../api/types'
import { useRowCursor } from '../../../shared/keyboard/useRowCursor'
import { Chip, DataTable, EmptyState, ErrorState, useSetFilter } from '../../../shared/ui'
import { moneyCopy } from '../copy'
import bar from '../parts/Bar.module.css'
import card from '../parts/Card.module.css'
import { BooksOnly, MoneyFrame } from '../parts/MoneyFrame'
import { useAccountColumns, useKindName } from './accountColumns'
import { useAccounts } from './api'
import { Balance } from './Balance'
import { ledgerCopy } from './copy'
import { LedgerVerdict } from './LedgerVerdict'
import { accountText, KINDS, readAccount } from './model'
import { OwnerName } from './OwnerName'

const AccountDrawer = lazy(() => import('./AccountDrawer').then((m) => ({ default: m.AccountDrawer })))

/** The books: whether they balance, what each account holds, and the lines of one of them beside the list. */
export default function LedgerPage() {
  return (
    <BooksOnly title={ledgerCopy.use().title}>
      <Accounts />
    </BooksOnly>
  )
}

function Accounts() {
  const t = ledgerCopy.use()
  const words = moneyCopy.use()
  const [params] = useSearchParams()
  const kind = KINDS.find((name) => name === params.get('kind')) ?? null
  const shown = readAccount(params.get('account'))
  const list = useAccounts(kind)
  const columns = useAccountColumns()
  const show = useSetFilter(() => undefined)
  const open = (row: AccountRow) => show('account', accountText(row))
  const { cursor, reset } = useRowCursor(list.rows, open, {
    next: words.next,
    previous: words.previous,
    open: words.openRow,
  })
  const setFilter = useSetFilter(reset)

  function find(text: string) {
    const owner = text.trim().toUpperCase()
    if (owner !== '') show('account', accountText({ kind: 'CLAIM_PAYABLE', owner }))
  }

  return (
    <MoneyFrame title={t.title} lead={t.lead}>
      <LedgerVerdict />
      <div className={bar.bar}>
        <div role="group" aria-label={t.kindsLabel} className={bar.chips}>
          <Chip on={kind === null} words={t.all} onPress={() => setFilter('kind', null)} />
          {KINDS.map((name) => (
            <Chip
              key={name}
              on={kind === name}
              words={t.kinds[name]}
              onPress={() => setFilter('kind', name)}
            />
          ))}
        </div>
        <Input.Search
          allowClear
          aria-label={t.search}
          placeholder={t.search}
          onSearch={find}
          className={bar.search}
        />
      </div>
      {list.error !== null && (
        <ErrorState error={list.error} over={list.rows !== undefined} onRetry={list.retry} />
      )}
      {(list.error === null || list.rows !== undefined) && (
        <DataTable
          label={t.title}
          columns={columns}
          rows={list.rows}
          rowKey={accountText}
          hasMore={list.hasMore}
          loadingMore={list.loadingMore}
          onMore={list.more}
          onOpen={open}
          cursor={cursor}
          card={(row) => <AccountCard account={row} />}
          cardHeight={66}
          empty={<EmptyState title={t.none}>{kind === null ? t.noneHint : t.noneFiltered}</EmptyState>}
        />
      )}
      <Suspense fallback={null}>
        {shown !== null && (
          <AccountDrawer key={accountText(shown)} account={shown} onClose={() => show('account', null)} />
        )}
      </Suspense>
    </MoneyFrame>
  )
}

/** An account in two lines, for a phone. */
function AccountCard({ account }: { account: AccountRow }) {
  const sayKind = useKindName()
  return (
    <div className={card.card}>
      <strong>{sayKind(account)}</strong>
      <div className={card.line}>
        <span>
          <OwnerName account={account} />
        </span>
        <Balance fen={account.fen} />
      </div>
    </div>
  )
}

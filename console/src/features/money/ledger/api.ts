import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/client'
import { keys } from '../../../api/query'
import type { Account, AccountKind, AccountRow, AccountView, LedgerCheck, Posting } from '../../../api/types'
import { businessNow } from '../../../shared/clock/clock'
import { usePages, usePagesOf } from '../../../shared/ui'

/** In the path, the owner of an account that has none. */
const NOBODY = '-'

export function useAccounts(kind: AccountKind | null) {
  return usePages<AccountRow>(keys.accounts, '/ledger/accounts', { kind })
}

/** An account with its lines, the newest first. */
export function useAccount({ kind, owner }: Account) {
  const path = `/ledger/accounts/${kind}/${encodeURIComponent(owner || NOBODY)}`
  return usePagesOf<AccountView, Posting>(keys.accounts, path, {}, postingsOf)
}

const postingsOf = (view: AccountView) => view.postings

/** Asked once and again by hand: the server reads every line for it. */
export function useLedgerCheck() {
  return useQuery({
    queryKey: keys.ledgerCheck,
    queryFn: async ({ signal }) => ({
      check: await api.get<LedgerCheck>('/ledger/check', undefined, signal),
      at: businessNow(),
    }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

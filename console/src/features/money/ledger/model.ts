import type { Account, AccountKind } from '../../../api/types'

export const KINDS: AccountKind[] = [
  'BANK',
  'IN_TRANSIT',
  'CLAIM_PAYABLE',
  'CLAIM_EXPENSE',
  'UNIT_PROVISIONAL',
  'UNIT_RECEIVABLE',
  'PENALTY',
]

/** An account as an address names it: CLAIM_PAYABLE/LP20261130000001. */
export const accountText = ({ kind, owner }: Account) => `${kind}/${owner}`

/** The account that an address names; null where it names none. */
export function readAccount(text: string | null): Account | null {
  const [name = '', ...owner] = (text ?? '').split('/')
  const kind = KINDS.find((known) => known === name)
  return kind === undefined ? null : { kind, owner: owner.join('/') }
}

export type Side = 'debit' | 'credit' | 'even'

/** The server writes debits above zero. */
export function sideOf(fen: number): Side {
  if (fen === 0) return 'even'
  return fen > 0 ? 'debit' : 'credit'
}

/** The most findings of one kind that the server names. */
const NAMED = 20
export const mayBeMore = (...findings: unknown[][]) => findings.some((named) => named.length >= NAMED)

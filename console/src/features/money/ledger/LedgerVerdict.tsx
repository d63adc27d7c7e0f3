import { Button } from 'antd'
import { Link } from 'react-router'
import type { Account, LedgerCheck } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { clockTime, sayNumber } from '../../../shared/time'
import { cx, ErrorState, SkeletonRows } from '../../../shared/ui'
import { sayGateway } from '../parts/words'
import { useLedgerCheck } from './api'
import { ledgerCopy } from './copy'
import styles from './Ledger.module.css'
import { accountText, mayBeMore } from './model'
import { OwnerName } from './OwnerName'

/** Whether the books balance, in one sentence; where they do not, everything that is wrong. */
export function LedgerVerdict() {
  const t = ledgerCopy.use().check
  const { data, error, isFetching, refetch } = useLedgerCheck()
  if (data === undefined) {
    return (
      <section aria-label={t.title}>
        {error !== null ? (
          <div role="alert" className={styles.verdict}>
            <span>{t.failed}</span>
            <Button size="small" loading={isFetching} onClick={() => void refetch()}>
              {t.again}
            </Button>
          </div>
        ) : (
          <div className={styles.verdict}>
            <span role="status">{t.checking}</span>
            <SkeletonRows rows={1} />
          </div>
        )}
      </section>
    )
  }
  const { check, at } = data
  return (
    <section aria-label={t.title}>
      {error !== null && <ErrorState error={error} over />}
      <div
        role={check.isSound ? 'status' : 'alert'}
        className={cx(styles.verdict, check.isSound ? styles.sound : styles.unsound)}
      >
        <strong>
          {!check.isSound
            ? t.unsound
            : check.lines === 0
              ? t.empty
              : t.sound(sayNumber(check.lines), sayNumber(check.transactions))}
        </strong>
        <time dateTime={new Date(at).toISOString()}>{t.at(clockTime(at))}</time>
        <Button size="small" loading={isFetching} onClick={() => void refetch()}>
          {t.again}
        </Button>
        {!check.isSound && <Findings check={check} />}
      </div>
    </section>
  )
}

function Findings({ check }: { check: LedgerCheck }) {
  const t = ledgerCopy.use().check
  const { fen, unbalanced, wronglyMarked, overpaid, inTransit } = check
  return (
    <ul>
      {fen !== 0 && <li>{t.total(sayFen(fen))}</li>}
      {unbalanced.map((id) => (
        <li key={id}>{t.unbalanced(id)}</li>
      ))}
      {wronglyMarked.map((account) => (
        <li key={`mark ${accountText(account)}`}>
          <AccountLink account={account} /> {t.wronglyMarked}
        </li>
      ))}
      {overpaid.map((account) => (
        <li key={`overpaid ${accountText(account)}`}>
          <AccountLink account={account} /> {t.overpaid}
        </li>
      ))}
      {inTransit.map(({ gateway, booked, underWay }) => (
        <li key={gateway}>
          {t.inTransit(
            sayGateway(gateway),
            sayFen(booked),
            sayFen(underWay),
            sayFen(Math.abs(booked - underWay)),
          )}
        </li>
      ))}
      {mayBeMore(unbalanced, wronglyMarked, overpaid) && <li>{t.more}</li>}
    </ul>
  )
}

function AccountLink({ account }: { account: Account }) {
  const t = ledgerCopy.use()
  return (
    <Link to={`/ledger?account=${encodeURIComponent(accountText(account))}`}>
      {t.kinds[account.kind]} <OwnerName account={account} />
    </Link>
  )
}

import { Button, Drawer } from 'antd'
import { Link } from 'react-router'
import { ApiProblem } from '../../../api/problem'
import type { Account, Posting } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { exactTime, sayTime } from '../../../shared/time'
import { EmptyState, ErrorState, Section, SkeletonRows, Tag } from '../../../shared/ui'
import { useCan } from '../../identity'
import detail from '../parts/Detail.module.css'
import { sayWho } from '../parts/words'
import { claimPath } from '../payouts/model'
import { useAccount } from './api'
import { Balance } from './Balance'
import { ledgerCopy } from './copy'
import styles from './Ledger.module.css'
import { OwnerName } from './OwnerName'

/** An account with its lines, the newest first, earlier ones as far as one likes. */
export function AccountDrawer({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = ledgerCopy.use()
  const can = useCan()
  const { rows, first, error, hasMore, loadingMore, more, retry } = useAccount(account)
  const unknown = error instanceof ApiProblem && error.status === 404
  return (
    <Drawer open onClose={onClose} size="min(720px, 100vw)" title={t.kinds[account.kind]}>
      {unknown && <EmptyState title={t.noAccount}>{t.noAccountHint}</EmptyState>}
      {error !== null && !unknown && <ErrorState error={error} over={rows !== undefined} onRetry={retry} />}
      {rows === undefined && error === null && <SkeletonRows rows={10} />}
      {first !== undefined && (
        <>
          <p className={detail.tags}>
            <strong>
              <OwnerName account={account} />
            </strong>
            <span className={detail.amount}>
              <Balance fen={first.account.fen} />
            </span>
            {account.kind === 'CLAIM_PAYABLE' && can('claim.read') && (
              <Link to={claimPath(account.owner)}>{t.seeClaim}</Link>
            )}
          </p>
          <p className={styles.means}>{t.means[account.kind]}</p>
          <Section title={t.lines}>
            {rows?.length === 0 && <p>{t.noLines}</p>}
            <ol className={styles.lines}>
              {rows?.map((line) => (
                <Line key={line.number} line={line} />
              ))}
            </ol>
            {hasMore && (
              <Button block loading={loadingMore} onClick={more} className={styles.more}>
                {t.earlier}
              </Button>
            )}
          </Section>
        </>
      )}
    </Drawer>
  )
}

function Line({ line }: { line: Posting }) {
  const t = ledgerCopy.use()
  const now = useBusinessNow()
  return (
    <li>
      <time dateTime={line.at} title={exactTime(line.at)} className="tabular">
        {sayTime(line.at, now)}
      </time>
      <span>
        {line.note} {line.reverses !== null && <Tag meaning="watch">{t.reverses}</Tag>}
      </span>
      <Balance fen={line.fen} />
      <p>
        {sayWho(line.by)} · {line.reference}
      </p>
    </li>
  )
}

import { Drawer } from 'antd'
import { Link } from 'react-router'
import type { PayoutView } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayFen } from '../../../shared/money'
import { exactTime } from '../../../shared/time'
import { ErrorState, Section, SkeletonRows, Tag } from '../../../shared/ui'
import { useCan } from '../../identity'
import styles from '../parts/Detail.module.css'
import { Fact, Facts } from '../parts/Facts'
import { sayGateway, sayWho } from '../parts/words'
import { usePayout } from './api'
import { payoutCopy } from './copy'
import { claimPath, keyOf, STATE_MEANING } from './model'
import { PayoutHistory } from './PayoutHistory'
import { sayNext } from './words'

/** A payout whole: where it stands, what happens next, to whom it goes and everything that happened to it. */
export function PayoutDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const t = payoutCopy.use()
  const { data: view, error, refetch } = usePayout(id)
  return (
    <Drawer
      open
      onClose={onClose}
      size="min(680px, 100vw)"
      title={view === undefined ? t.title : t.payout(view.payout.claim)}
    >
      {error !== null && (
        <ErrorState error={error} over={view !== undefined} onRetry={() => void refetch()} />
      )}
      {view === undefined && error === null && <SkeletonRows rows={10} />}
      {view !== undefined && (
        <>
          <Standing view={view} />
          <Section title={t.history}>
            <PayoutHistory events={view.events} gateway={view.payout.gateway} />
          </Section>
        </>
      )}
    </Drawer>
  )
}

function Standing({ view }: { view: PayoutView }) {
  const t = payoutCopy.use()
  const can = useCan()
  const now = useBusinessNow()
  const { payout } = view
  return (
    <>
      <p className={styles.tags}>
        <strong className={`${styles.amount} tabular`}>{sayFen(payout.fen)}</strong>
        <Tag meaning={STATE_MEANING[payout.state]} strong>
          {t.states[payout.state]}
        </Tag>
      </p>
      <p className={styles.words}>{sayNext(payout, now, t)}</p>
      {payout.state === 'UNKNOWN' && <p className={styles.notice}>{t.unknownNotice}</p>}
      <Facts>
        <Fact name={t.column.claim}>
          {can('claim.read') ? <Link to={claimPath(payout.claim)}>{payout.claim}</Link> : payout.claim}
        </Fact>
        <Fact name={t.column.payee}>
          {t.ways[payout.way]} {payout.payeeAccount}
        </Fact>
        <Fact name={t.payeeName}>{payout.payeeName}</Fact>
        <Fact name={t.column.gateway}>{sayGateway(payout.gateway)}</Fact>
        <Fact name={t.column.since}>{exactTime(payout.since)}</Fact>
        <Fact name={t.ordered}>{t.orderedBy(exactTime(payout.orderedAt), sayWho(payout.orderedBy))}</Fact>
        <Fact name={t.sends}>{t.times(payout.sends)}</Fact>
        <Fact name={t.key}>{keyOf(payout)}</Fact>
        <Fact name={t.remark}>{view.remark || null}</Fact>
      </Facts>
    </>
  )
}

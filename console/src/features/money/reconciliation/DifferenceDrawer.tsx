import { Drawer } from 'antd'
import { Link } from 'react-router'
import type { Difference } from '../../../api/types'
import { exactTime } from '../../../shared/time'
import { Tag } from '../../../shared/ui'
import { useCan } from '../../identity'
import detail from '../parts/Detail.module.css'
import { Fact, Facts } from '../parts/Facts'
import { sayGateway } from '../parts/words'
import { payoutPath } from '../payouts/model'
import { reconciliationCopy } from './copy'
import { isOpen, STATE_MEANING } from './model'
import { SettleForm } from './SettleForm'
import { sayAmount, sayDifference } from './words'

/** A difference whole: what does not agree, what was said of it, and where it is open what can be said. */
export function DifferenceDrawer({ difference, onClose }: { difference: Difference; onClose: () => void }) {
  const t = reconciliationCopy.use()
  const can = useCan()
  const { kind, state, payout } = difference
  return (
    <Drawer open onClose={onClose} size="min(640px, 100vw)" title={t.difference}>
      <p className={detail.tags}>
        <strong className={detail.amount}>{t.kinds[kind]}</strong>
        <Tag meaning={STATE_MEANING[state]} strong>
          {t.states[state]}
        </Tag>
      </p>
      <div className={detail.words}>
        <p>{sayDifference(difference, t)}</p>
        {isOpen(difference) && <p>{t.advice[kind]}</p>}
      </div>
      <Facts>
        <Fact name={t.here}>{sayAmount(difference.fenHere, t)}</Fact>
        <Fact name={t.there}>{sayAmount(difference.fenThere, t)}</Fact>
        <Fact name={t.column.day}>{difference.day}</Fact>
        <Fact name={t.column.gateway}>{sayGateway(difference.gateway)}</Fact>
        <Fact name={t.column.found}>{exactTime(difference.foundAt)}</Fact>
        <Fact name={t.key}>{difference.key}</Fact>
        <Fact name={t.payout}>
          {payout === null ? null : <Link to={payoutPath(payout)}>{t.seePayout}</Link>}
        </Fact>
      </Facts>
      {state === 'CLEARED' && <p>{t.cleared}</p>}
      {state === 'SETTLED' && <Settled difference={difference} />}
      {isOpen(difference) &&
        (can('money.settle') ? (
          <SettleForm difference={difference} onDone={onClose} />
        ) : (
          <p>{t.settle.mayNot}</p>
        ))}
    </Drawer>
  )
}

function Settled({ difference }: { difference: Difference }) {
  const t = reconciliationCopy.use()
  const { verdict, words, proposedBy, settledBy, settledAt } = difference
  return (
    <Facts>
      <Fact name={t.conclusion}>{verdict === null ? null : t.verdicts[verdict]}</Fact>
      <Fact name={t.reason}>{words}</Fact>
      <Fact name={t.proposedBy}>{proposedBy}</Fact>
      <Fact name={t.settledBy}>
        {settledAt === null ? null : t.by(exactTime(settledAt), settledBy ?? '')}
      </Fact>
    </Facts>
  )
}

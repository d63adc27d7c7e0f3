import type { ClaimView } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { Tag } from '../../../shared/ui'
import { claimCopy } from '../copy'
import { STATE_MEANING } from '../model'
import styles from './Drawer.module.css'
import { Due } from './Due'
import { LastDay } from './LastDay'

/** Where a claim stands, how much it is about, and by when somebody has to act. */
export function Head({ view }: { view: ClaimView }) {
  const t = claimCopy.use()
  const h = t.head
  const { row } = view
  return (
    <>
      <p className={styles.tags}>
        <Tag meaning={STATE_MEANING[row.state]} strong>
          {t.states[row.state]}
        </Tag>
        <Tag>{t.kinds[row.kind]}</Tag>
        {row.quick && <Tag meaning="good">{t.quick}</Tag>}
        {view.payout !== null && (
          <Tag meaning={view.payout.stage === 'FAILED' ? 'act' : 'plain'}>{h.payout[view.payout.stage]}</Tag>
        )}
      </p>
      <dl className={styles.clocks}>
        <div>
          <dt>{h.owed}</dt>
          <dd className="tabular">{sayFen(row.owedFen)}</dd>
        </div>
        {row.proposedFen > 0 && (
          <div>
            <dt>{h.proposed}</dt>
            <dd className="tabular">{sayFen(row.proposedFen)}</dd>
          </div>
        )}
        <div>
          <dt>{h.due}</dt>
          <dd>
            <Due claim={row} />
          </dd>
        </div>
        {row.statutoryAt !== null && (
          <div>
            <dt>{h.statutory}</dt>
            <dd>
              <LastDay at={row.statutoryAt} />
            </dd>
          </div>
        )}
        <div>
          <dt>{t.column.handler}</dt>
          <dd>{row.handler?.name ?? '—'}</dd>
        </div>
      </dl>
      {view.counterFen !== null && <p>{h.counter(sayFen(view.counterFen), view.counters)}</p>}
      {view.answer !== null && (
        <p className={styles.words}>
          <span className={styles.faint}>{h.answer}</span> {view.answer}
        </p>
      )}
    </>
  )
}

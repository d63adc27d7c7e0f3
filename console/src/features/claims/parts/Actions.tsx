import { App, Button } from 'antd'
import { useState } from 'react'
import type { ClaimView } from '../../../api/types'
import { sayFen } from '../../../shared/money'
import { sayProblem } from '../../../shared/problems'
import { useCan, useMe } from '../../identity'
import { useClaimStep } from '../api'
import { claimCopy } from '../copy'
import { type Action, actionsOf, approvalHindrance } from '../model'
import styles from './Drawer.module.css'
import { EvidenceDialog } from './EvidenceDialog'
import { PayeeDialog } from './PayeeDialog'
import { StepDialog } from './StepDialog'

const ON_PHONE: Action[] = ['ACCEPT', 'COUNTER', 'APPEAL', 'WITHDRAW']

/** The steps that the person may take now; what the customer answers on the phone stands apart. */
export function Actions({ view }: { view: ClaimView }) {
  const t = claimCopy.use()
  const can = useCan()
  const me = useMe()
  const { message } = App.useApp()
  const step = useClaimStep(view.row)
  const [asked, setAsked] = useState<Action | null>(null)
  const actions = actionsOf(view, can, me.id)
  const ours = actions.filter((action) => !ON_PHONE.includes(action))
  const theirs = actions.filter((action) => ON_PHONE.includes(action))
  const hindrance = actions.includes('APPROVE') ? approvalHindrance(view) : null

  function press(action: Action) {
    if (action !== 'TAKE') {
      setAsked(action)
      return
    }
    step.mutate(
      { step: 'take', body: {} },
      {
        onSuccess: () => message.success(t.done),
        onError: (problem) => message.error(sayProblem(problem)),
      },
    )
  }

  const button = (action: Action) => (
    <Button
      key={action}
      type={action === 'APPROVE' || action === 'PROPOSE' ? 'primary' : 'default'}
      danger={action === 'REFUSE'}
      disabled={action === 'APPROVE' && hindrance !== null}
      loading={action === 'TAKE' && step.isPending}
      onClick={() => press(action)}
    >
      {t.action[action]}
    </Button>
  )

  return (
    <div className={styles.actions}>
      <div className={styles.group}>{ours.map(button)}</div>
      {theirs.length > 0 && (
        <div role="group" aria-label={t.onPhone} className={styles.group}>
          <span className={styles.faint}>{t.onPhone}</span>
          {theirs.map(button)}
        </div>
      )}
      {hindrance === 'second' && <p>{t.cannotApprove.second}</p>}
      {hindrance === 'limit' && <p>{t.cannotApprove.limit(sayFen(view.powers.limitFen))}</p>}
      {asked === 'PAYEE' && <PayeeDialog claim={view.row} onDone={() => setAsked(null)} />}
      {asked === 'EVIDENCE' && <EvidenceDialog claim={view.row} onDone={() => setAsked(null)} />}
      {asked !== null && asked !== 'PAYEE' && asked !== 'TAKE' && asked !== 'EVIDENCE' && (
        <StepDialog view={view} action={asked} onDone={() => setAsked(null)} />
      )}
    </div>
  )
}

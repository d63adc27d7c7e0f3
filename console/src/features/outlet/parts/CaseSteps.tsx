import { App } from 'antd'
import { Suspense, useState } from 'react'
import type { TicketView } from '../../../api/types'
import { sayProblem } from '../../../shared/problems'
import { cx } from '../../../shared/ui'
import { caseCopy, MoveDialog, type Step, useTicketStep } from '../../ticket'
import styles from './CaseSteps.module.css'

/** One press and it is done; only one of them is ever the next thing to do. */
const AT_ONCE = ['ACCEPT', 'START', 'GO_ON', 'WITHDRAW_CLOSE'] as const
/** These ask for words first. */
const ASKING = ['APPLY_CLOSE', 'WAIT', 'HAND_OVER', 'CARRY_UP'] as const

type AtOnce = (typeof AT_ONCE)[number]
type Asking = (typeof ASKING)[number]

const STEP: Record<AtOnce, Step> = {
  ACCEPT: { step: 'accept', body: {} },
  START: { step: 'start', body: {} },
  GO_ON: { step: 'go-on', body: {} },
  WITHDRAW_CLOSE: { step: 'withdraw-close', body: {} },
}

/** What a unit does with a case besides answering it, in thumb-sized buttons. */
export function CaseSteps({ ticket }: { ticket: TicketView }) {
  const c = caseCopy.use()
  const { message } = App.useApp()
  const step = useTicketStep(ticket)
  const [asked, setAsked] = useState<Asking | null>(null)
  const atOnce = AT_ONCE.filter((action) => ticket.allowed.includes(action))
  const asking = ASKING.filter((action) => ticket.allowed.includes(action))
  if (atOnce.length + asking.length === 0) return null

  function take(action: AtOnce) {
    step.mutate(STEP[action], {
      onSuccess: () => message.success(c.done(c.action[action], ticket.number)),
      onError: (problem) => message.error(sayProblem(problem)),
    })
  }

  return (
    <div className={styles.steps}>
      {atOnce.map((action, index) => (
        <button
          key={action}
          type="button"
          className={cx(index === 0 && action !== 'WITHDRAW_CLOSE' && styles.next)}
          disabled={step.isPending}
          onClick={() => take(action)}
        >
          {c.action[action]}
        </button>
      ))}
      {asking.map((action) => (
        <button key={action} type="button" onClick={() => setAsked(action)}>
          {c.action[action]}
        </button>
      ))}
      {asked !== null && (
        <Suspense>
          <MoveDialog ticket={ticket} action={asked} onDone={() => setAsked(null)} />
        </Suspense>
      )}
    </div>
  )
}

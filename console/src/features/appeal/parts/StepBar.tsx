import { App, Button } from 'antd'
import { useState } from 'react'
import type { AppealAction, AppealView } from '../../../api/types'
import { useShortcut } from '../../../shared/keyboard'
import { sayProblem } from '../../../shared/problems'
import { useAppealStep } from '../api'
import { appealCopy } from '../copy'
import { MAIN } from '../model'
import styles from './StepBar.module.css'
import { StepDialog } from './StepDialog'

/** Steps that ask nothing. */
const AT_ONCE = { INVESTIGATE: 'investigate', STOP_WAITING: 'stop-waiting' } as const

const ORDER: AppealAction[] = [
  'CHECK',
  'INVESTIGATE',
  'DRAFT',
  'SEND',
  'CLOSE',
  'GIVE_EVIDENCE',
  'ASK_EVIDENCE',
  'STOP_WAITING',
  'REOPEN',
  'SEND_BACK',
  'ASSIGN',
  'REFUSE',
  'WITHDRAW',
]

/** The steps that this person may take now; the one that carries the appeal on stands first. */
export function StepBar({ view }: { view: AppealView }) {
  const t = appealCopy.use()
  const { message } = App.useApp()
  const [dialog, setDialog] = useState<AppealAction | null>(null)
  const step = useAppealStep(view.appeal)
  const offered = ORDER.filter((action) => view.actions.includes(action))
  const main = MAIN.find((action) => offered.includes(action))

  function take(action: AppealAction) {
    if (action === 'INVESTIGATE' || action === 'STOP_WAITING') {
      step.mutate(
        { step: AT_ONCE[action], body: {} },
        {
          onSuccess: () => void message.success(t.done),
          onError: (problem) => void message.error(sayProblem(problem)),
        },
      )
    } else {
      setDialog(action)
    }
  }

  useShortcut('r', t.action.DRAFT, () => take('DRAFT'), { enabled: offered.includes('DRAFT') })
  useShortcut('a', t.action.ASSIGN, () => take('ASSIGN'), { enabled: offered.includes('ASSIGN') })
  useShortcut('e', t.action.GIVE_EVIDENCE, () => take('GIVE_EVIDENCE'), {
    enabled: offered.includes('GIVE_EVIDENCE'),
  })

  return (
    <div className={styles.bar}>
      {offered.map((action) => (
        <Button
          key={action}
          type={action === main ? 'primary' : 'default'}
          loading={step.isPending && action in AT_ONCE}
          onClick={() => take(action)}
        >
          {t.action[action as keyof typeof t.action]}
        </Button>
      ))}
      {dialog !== null && <StepDialog view={view} action={dialog} onDone={() => setDialog(null)} />}
    </div>
  )
}

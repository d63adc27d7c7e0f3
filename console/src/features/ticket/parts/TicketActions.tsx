import { DownOutlined } from '@ant-design/icons'
import { App, Button, Dropdown, Modal } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { TicketAction, TicketView } from '../../../api/types'
import { useShortcut } from '../../../shared/keyboard'
import { sayProblem } from '../../../shared/problems'
import { SkeletonRows } from '../../../shared/ui'
import { useCan } from '../../identity'
import { ACTIONS, AT_ONCE, offered } from '../actions'
import { useTicketStep } from '../api'
import { caseCopy, ticketCopy } from '../copy'
import type { FormAction, MoveAction } from '../moves'
import { type DialogKind, StepDialog } from './StepDialog'
import styles from './TicketActions.module.css'

/** Both bring a calendar with them, which most who look at a ticket never need. */
const AnswerForm = lazy(() => import('./AnswerForm').then((m) => ({ default: m.AnswerForm })))
const MoveDialog = lazy(() => import('./MoveDialog').then((m) => ({ default: m.MoveDialog })))

const STEP_DIALOG: Record<Exclude<FormAction, 'ANSWER'>, DialogKind> = {
  NOTE: 'note',
  URGE: 'urge',
  URGENT: 'urgent',
  CLOSE: 'close',
}

/** The steps this person may take on this ticket now: the likeliest stands out, the rare ones are in a menu, each has a key. */
export function TicketActions({ ticket }: { ticket: TicketView }) {
  const t = caseCopy.use()
  const { message } = App.useApp()
  const step = useTicketStep(ticket)
  const [asked, setAsked] = useState<TicketAction | null>(null)
  const { primary, inSight, more } = offered(ticket, useCan())
  const all = primary === null ? [...inSight, ...more] : [primary, ...inSight, ...more]

  function act(action: TicketAction) {
    if (!AT_ONCE.includes(action)) {
      setAsked(action)
    } else if (!step.isPending) {
      step.mutate(action === 'ACCEPT' ? { step: 'accept', body: {} } : { step: 'start', body: {} }, {
        onSuccess: () => message.success(t.done(t.action[action], ticket.number)),
        onError: (problem) => message.error(sayProblem(problem)),
      })
    }
  }

  return (
    <div className={styles.actions}>
      {all.map((action) => (
        <ActionKey key={action} action={action} onPress={() => act(action)} />
      ))}
      {primary !== null && (
        <Button
          type="primary"
          loading={step.isPending}
          title={t.key(t.action[primary], ACTIONS[primary].key)}
          onClick={() => act(primary)}
        >
          {t.action[primary]}
        </Button>
      )}
      {inSight.map((action) => (
        <Button key={action} title={t.key(t.action[action], ACTIONS[action].key)} onClick={() => act(action)}>
          {t.action[action]}
        </Button>
      ))}
      {more.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: more.map((action) => ({
              key: action,
              danger: action === 'REJECT' || action === 'INVALIDATE',
              label: t.action[action],
              extra: ACTIONS[action].key,
            })),
            onClick: ({ key }) => act(key as TicketAction),
          }}
        >
          <Button icon={<DownOutlined />} iconPlacement="end">
            {t.more}
          </Button>
        </Dropdown>
      )}
      {asked !== null && <Asked ticket={ticket} action={asked} onDone={() => setAsked(null)} />}
    </div>
  )
}

/** One key, so that as many are at work as steps are allowed. */
function ActionKey({ action, onPress }: { action: TicketAction; onPress: () => void }) {
  useShortcut(ACTIONS[action].key, caseCopy.use().action[action], onPress)
  return null
}

function Asked({ ticket, action, onDone }: { ticket: TicketView; action: TicketAction; onDone: () => void }) {
  if (action === 'ANSWER') return <AnswerDialog ticket={ticket} onDone={onDone} />
  if (action === 'NOTE' || action === 'URGE' || action === 'URGENT' || action === 'CLOSE') {
    return <StepDialog ticket={ticket} kind={STEP_DIALOG[action]} onDone={onDone} />
  }
  const move: MoveAction = action
  return (
    <Suspense>
      <MoveDialog ticket={ticket} action={move} onDone={onDone} />
    </Suspense>
  )
}

function AnswerDialog({ ticket, onDone }: { ticket: TicketView; onDone: () => void }) {
  const t = ticketCopy.use()
  return (
    <Modal
      open
      title={`${t.doAnswer} ${ticket.number}`}
      footer={null}
      onCancel={onDone}
      width={620}
      style={{ top: 40 }}
    >
      <Suspense fallback={<SkeletonRows rows={6} height={36} />}>
        <AnswerForm ticket={ticket} onAnswered={onDone} />
      </Suspense>
    </Modal>
  )
}

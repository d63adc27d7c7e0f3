import { App, Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { SavedView, TicketRow } from '../../../api/types'
import { useBusinessNow } from '../../../shared/clock/clock'
import { sayProblem } from '../../../shared/problems'
import { sayTime } from '../../../shared/time'
import { cx } from '../../../shared/ui'
import { useCan, useMe } from '../../identity'
import { useTicketStep } from '../api'
import { ticketCopy } from '../copy'
import { fillIn, type MacroStep, stepsOf, toSteps, VARIABLES } from '../macro'
import { useKeepMacro, useMacros } from '../together'
import styles from './Together.module.css'

/** Wording with variables, and the steps that go with it: chosen, read as it would be sent, and only then taken. */
export function MacroDialog({ ticket, onDone }: { ticket: TicketRow; onDone: () => void }) {
  const t = ticketCopy.use()
  const me = useMe()
  const now = useBusinessNow()
  const { message } = App.useApp()
  const macros = useMacros().data?.views ?? []
  const [chosen, setChosen] = useState<SavedView | null>(null)
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const [making, setMaking] = useState(false)
  const step = useTicketStep(ticket)
  const actions = chosen?.query.actions ?? ''

  function choose(macro: SavedView) {
    setChosen(macro)
    setText(
      fillIn(macro.query.text ?? '', {
        number: ticket.number,
        waybill: ticket.waybill ?? '',
        unit: ticket.unit.name,
        responsible: ticket.responsible?.name ?? '',
        dueAt: ticket.dueAt === null ? '' : sayTime(ticket.dueAt, now),
        me: me.name,
      }),
    )
  }

  async function apply() {
    setBusy(true)
    try {
      for (const one of toSteps(actions, text.trim())) await step.mutateAsync(one)
      message.success(t.macro.applied)
      onDone()
    } catch (problem) {
      message.error(sayProblem(problem))
    } finally {
      setBusy(false)
    }
  }
  if (making) return <MakeDialog onDone={() => setMaking(false)} />
  return (
    <Modal
      open
      title={t.macro.title}
      okText={t.macro.apply}
      cancelText={t.cancel}
      confirmLoading={busy}
      okButtonProps={{ disabled: chosen === null || text.trim() === '' }}
      onOk={() => void apply()}
      onCancel={onDone}
      width={620}
    >
      <div className={styles.macros}>
        <div className={styles.names}>
          {macros.length === 0 && <p className={styles.soft}>{t.macro.none}</p>}
          {macros.map((macro) => (
            <button
              key={macro.id}
              type="button"
              aria-pressed={macro.id === chosen?.id}
              className={cx(styles.name, macro.id === chosen?.id && styles.on)}
              onClick={() => choose(macro)}
            >
              {macro.name}
              {macro.shared !== 'PERSON' && <small> {t.macro.shared}</small>}
            </button>
          ))}
          <Button size="small" onClick={() => setMaking(true)}>
            {t.macro.make}
          </Button>
        </div>
        <div className={styles.preview}>
          {chosen === null ? (
            <p className={styles.soft}>{t.macro.choose}</p>
          ) : (
            <>
              <StepWords steps={stepsOf(actions)} />
              <Input.TextArea
                aria-label={t.macro.text}
                value={text}
                autoSize={{ minRows: 5, maxRows: 12 }}
                maxLength={1000}
                onChange={(event) => setText(event.target.value)}
              />
            </>
          )}
        </div>
      </div>
    </Modal>
  )
}

function StepWords({ steps }: { steps: MacroStep[] }) {
  const t = ticketCopy.use()
  const names: Record<string, string> = t.bulk.action
  const reasons: Record<string, string> = { ...t.urgentReason, ...t.closeReason }
  const words = steps.map(({ action, reason }) =>
    reason === null
      ? (names[action] ?? action)
      : `${names[action] ?? action}（${reasons[reason] ?? reason}）`,
  )
  return <p>{t.macro.does(words.join(' → '))}</p>
}

const CHOICES = ['NOTE', 'URGE', 'URGENT:OTHER', 'CLOSE:SETTLED']

function MakeDialog({ onDone }: { onDone: () => void }) {
  const t = ticketCopy.use()
  const me = useMe()
  const can = useCan()
  const { message } = App.useApp()
  const keep = useKeepMacro()
  const [name, setName] = useState('')
  const [text, setText] = useState('')
  const [actions, setActions] = useState<string[]>(['NOTE'])
  const [shared, setShared] = useState(false)
  const words: Record<string, string> = {
    NOTE: t.bulk.action.NOTE,
    URGE: t.bulk.action.URGE,
    'URGENT:OTHER': t.bulk.action.URGENT,
    'CLOSE:SETTLED': t.bulk.action.CLOSE,
  }
  function save() {
    keep.mutate(
      {
        name: name.trim(),
        query: { text: text.trim(), actions: CHOICES.filter((one) => actions.includes(one)).join(',') },
        shared: shared ? 'UNIT' : 'PERSON',
        unitCode: shared ? me.unit.code : null,
      },
      { onSuccess: onDone, onError: (problem) => message.error(sayProblem(problem)) },
    )
  }
  return (
    <Modal
      open
      title={t.macro.make}
      okText={t.confirm}
      cancelText={t.cancel}
      confirmLoading={keep.isPending}
      okButtonProps={{ disabled: name.trim() === '' || text.trim() === '' }}
      onOk={save}
      onCancel={onDone}
      width={520}
    >
      <div className={styles.preview}>
        <Input
          autoFocus
          aria-label={t.macro.name}
          placeholder={t.macro.name}
          maxLength={40}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Input.TextArea
          aria-label={t.macro.text}
          placeholder={t.macro.textHint}
          autoSize={{ minRows: 4, maxRows: 10 }}
          maxLength={1000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className={styles.soft}>
          {VARIABLES.map((variable) => (
            <Button
              key={variable}
              size="small"
              type="text"
              onClick={() => setText(`${text}{${variable}}`)}
            >{`{${variable}} ${t.macro.variable[variable]}`}</Button>
          ))}
        </p>
        <Checkbox.Group
          value={actions}
          options={CHOICES.map((value) => ({ value, label: words[value] ?? value }))}
          onChange={setActions}
        />
        {can('view.share') && (
          <Checkbox checked={shared} onChange={(event) => setShared(event.target.checked)}>
            {t.saved.forUnit(me.unit.name)}
          </Checkbox>
        )}
      </div>
    </Modal>
  )
}
